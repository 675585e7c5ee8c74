"""Which paper or photo proves which indicator, province by province: "number order title": name of a draft.

A name in other_texts.TEXTS, in PAPERS or in PHOTOS; “pdf:” before it makes the paper a PDF, else it is plain text.
"""
from datetime import date

PAPERS = {  # name → (module of the drafts, function, arguments)
    **{name: ("drafts", function, ()) for name, function in [
        ("target", "target_notice"), ("targetreport", "target_report"), ("group", "leading_group"), ("minutes", "leading_minutes"), ("laterminutes", "leading_minutes_later"), ("duties", "duties"), ("post", "post"),
        ("push", "system_push"), ("plan", "plan"), ("yearplan", "energy_plan"), ("propertycontract", "property_contract"), ("instruments", "instruments"),
        ("ledger", "consumption_ledger"), ("report", "monthly_report"), ("analysis", "analysis")]},
    **{f"rule{n}": ("drafts", "rule", (n,)) for n in range(6)},
    **{name: ("more", function, ()) for name, function in [
        ("paperless", "paperless"), ("lamps", "lamps_invoice"), ("air", "air_conditioning"), ("water", "water_measures"), ("purchases", "green_purchases"),
        ("car", "purchase_contract"), ("commuting", "commuting"), ("fuel", "fuel_ledger"), ("fuelaccount", "fuel_account"), ("canteen", "canteen"), ("reuse", "reuse_brief"),
        ("disposable", "disposable"), ("plastics", "plastics"), ("containers", "containers"), ("checks", "sorting_checks"), ("waste", "waste_ledger"),
        ("waterweek", "water_week"), ("energyweek", "energy_week"), ("training", "training_plan"), ("lecture", "lecture_notice"), ("slides", "lecture_slides"),
        ("attendance", "attendance")]},
    "hazardous": ("more", "waste_agreement", ("有害垃圾", "示例环保处置有限公司", "乙方每季度收运一次，采用专用密闭车辆。", date(2020, 12, 30))),
    "recycling": ("more", "waste_agreement", ("可回收物", "示例再生资源有限公司", "乙方每月上门收运一次，按市场价结算。", date(2020, 12, 30))),
    "food": ("more", "waste_agreement", ("餐厨垃圾", "示例餐厨处理有限公司", "乙方每日 14 时收运，密闭运输，日产日清。", date(2020, 12, 30))),
    "licence": ("more", "licence", ("示例环保处置有限公司", "废灯管、废电池、废硒鼓的收集、贮存、处置")),
}
ABOUT_FIGURES = {"target", "targetreport", "ledger", "report", "analysis", "fuel", "fuelaccount"}

GUIDE = "生活垃圾分类投放指南"
PHOTOS = {  # name → (rooms or yard, function, arguments, day)
    "meter": ("rooms", "electric_meter", ("DB-01", "052901"), date(2021, 4, 12)),
    "airmeter": ("rooms", "electric_meter", ("DB-21", "018370"), date(2021, 4, 12)),
    "lightmeter": ("rooms", "electric_meter", ("DB-11", "007415"), date(2021, 4, 12)),
    "liftmeter": ("rooms", "electric_meter", ("DB-31", "003926"), date(2021, 4, 12)),
    "corridor": ("rooms", "corridor_lamps", ("LED 36W",), date(2021, 5, 11)),
    "sensor": ("rooms", "corridor_lamps", ("感应控制 18W",), date(2021, 5, 12)),
    "daylight": ("rooms", "daylight", (False,), date(2021, 6, 15)),
    "bins": ("rooms", "bins", ("主楼一层大厅",), date(2021, 4, 29)),
    "guide": ("yard", "station", (GUIDE,), date(2021, 4, 30)),
    "throwing": ("yard", "throwing", (), date(2021, 5, 27)),
    "store": ("rooms", "hazardous_store", (), date(2021, 6, 25)),
    "waterbooth": ("yard", "booth", ("世界水日　中国水周", "珍惜水　爱护水"), date(2021, 3, 22)),
    "energybooth": ("yard", "booth", ("全国节能宣传周　全国低碳日", "节能降碳　绿色发展"), date(2021, 7, 13)),
    "volunteers": ("yard", "booth", ("生活垃圾分类志愿者在行动", "分好类　投对桶"), date(2021, 6, 11)),
    "lecturehall": ("rooms", "hall", ("节能低碳知识讲座", "机关服务中心"), date(2021, 4, 22)),
    "meeting": ("rooms", "hall", ("节约能源资源工作推进会", "领导班子会议"), date(2021, 3, 10)),
    "latermeeting": ("rooms", "hall", ("节约能源资源工作专题会", "领导班子会议"), date(2021, 6, 9)),
    "charging": ("yard", "charging", (), date(2021, 5, 18)),
    "board": ("rooms", "notice_board", ("能源资源消费公示栏", [("第一季度", ["用电、用水、用气量", "与上年同期比较"]), ("第二季度", ["用电、用水、用气量", "与上年同期比较"])]), date(2021, 7, 9)),
    "boardbefore": ("rooms", "notice_board", ("能源资源消费公示栏", [("第三季度", ["用电、用水、用气量", "与上年同期比较"]), ("第四季度", ["用电、用水、用气量", "与上年同期比较"])]), date(2020, 12, 30)),
    "wasteboard": ("rooms", "notice_board", ("垃圾清运量公示", [("七月", ["可回收物、餐厨", "其他、有害"]), ("八月", ["可回收物、餐厨", "其他、有害"])]), date(2021, 9, 1)),
    "sign1": ("rooms", "sign", ("设备节电", "下班请关闭计算机电源", (90, 90, 160), "computer"), date(2021, 4, 21)),
    "sign2": ("rooms", "sign", ("随手关灯", "人走灯灭　节约用电", (200, 120, 30), "switch"), date(2021, 4, 21)),
    "sign3": ("rooms", "sign", ("节约用水", "滴水在指尖　节约在心间", (40, 120, 190), "tap"), date(2021, 4, 21)),
    "sign4": ("rooms", "sign", ("少乘电梯", "三层以下请走楼梯", (60, 140, 80), "lift"), date(2021, 4, 21)),
    "tap": ("rooms", "sign", ("感应出水", "节水型器具", (40, 120, 190), "tap"), date(2021, 4, 13)),
    "oa": ("screen", "oa_screen", (), date(2021, 6, 15)),
}

RULES = ["能源资源消费统计制度", "能耗定额管理制度", "节能管理制度", "节水管理制度", "生活垃圾分类管理制度", "绿色消费管理制度"]


def rules(indicator, count):
    return {f"{indicator}-{n + 1:02d} {RULES[n]}": f"rule{n}" for n in range(count)}


CHONGQING = {
    "1.1.1-1 关于下达2020年度节约能源资源指标任务的通知": "pdf:target", "1.1.1-2 2020年度指标完成情况报表": "pdf:targetreport",
    "2.1.1 成立领导小组的通知": "pdf:group", "2.1.2 明确管理机构和工作职责的通知": "duties", "2.1.3 设置能源资源管理岗位的通知": "post", "2.1.4 系统节约能源资源工作通知": "push",
    "2.2.1 2021年节约型机关创建实施方案": "pdf:plan", "2.2.1-2 2021年节约能源资源实施方案（年度目标）": "yearplan", **rules("2.2.2", 6), "2.2.2-07 用能设备设施操作规程": "maintenance",
    "2.2.3 物业服务合同": "pdf:propertycontract", "2.2.4.1-1 配电室总表": "meter", "2.2.4.1-2 空调分表": "airmeter", "2.2.4.2 计量器具台账": "pdf:instruments",
    "2.2.5.1 2020年能源资源消费报表": "report", "2.2.5.2 2020年度能源资源消费分析报告": "analysis", "2.2.5.3 能源资源消费公示": "board",
    "3.1.1 无纸化办公和双面打印通知": "paperless", "3.1.2 空调温度控制通知": "air", "3.1.3.1 感应水嘴": "tap", "3.1.3.2 2019年水平衡测试报告": "waterbalance",
    "3.1.3.3 供水管网漏失率测算表": "leak", "3.1.4 走廊高效照明": "corridor", "3.2.1 “135”绿色出行倡议书": "commuting", "3.2.2 2020年单车油耗核算表": "fuelaccount",
    "3.3.1 2021年绿色产品采购清单": "purchases", "3.3.2-1 新能源公务用车采购合同": "car", "3.3.2-2 充电桩": "charging", "3.4.1 能源审计报告": "audit",
    "3.4.2 2020年照明绿色化改造验收单": "retrofit", "3.4.3.1 操作岗位人员配备表": "staff", "3.4.3.2 用能设备设施台账": "equipment", "3.4.3.3 运行和巡视检查记录": "patrol",
    "3.4.3.4 维护保养记录": "maintenance", "4.1.1 制止餐饮浪费通知": "canteen", "4.1.2 循环再生办公用品采购清单": "purchases", "4.1.3 限制使用一次性办公用品通知": "disposable",
    "4.1.4 停止使用不可降解塑料制品通知": "plastics", "4.2.1-1 分类容器配置清单": "containers", "4.2.1-2 大厅分类容器": "bins", "4.2.2 集中投放点投放指南": "guide",
    "4.2.3 分类投放检查记录": "checks", "4.3.1-1 有害垃圾收运处置协议": "hazardous", "4.3.1-2 收运企业资质": "licence", "4.3.2 可回收物收运处置协议": "recycling",
    "4.3.3 餐厨垃圾收运处置协议": "food", "4.3.4-1 垃圾分类清运台账": "waste", "4.3.4-2 垃圾清运量公示": "wasteboard", "5.1.1 世界水日中国水周活动总结": "waterweek",
    "5.1.2-1 随手关灯标识": "sign2", "5.1.2-2 节约用水标识": "sign3", "5.1.3 主管部门平台报道": "platform", "5.2.1 2021年干部职工培训计划": "training",
    "5.2.2 岗位培训签到表": "attendance", "5.2.3 节能低碳知识讲座课件": "pdf:slides",
}

YIYANG = {
    "1.1.1-1 关于下达2020年度节约能源资源指标任务的通知": "pdf:target", "1.1.1-2 2020年度指标完成情况报表": "pdf:targetreport",
    "2.1.1 成立领导小组的通知": "pdf:group", "2.1.2-1 设置能源资源管理岗位的通知": "post", "2.1.2-2 明确管理机构和工作职责的通知": "duties", "2.2.1-1 领导小组会议纪要": "minutes",
    "2.2.1-2 2020年节约能源资源实施方案": "pdf:yearplan", "2.2.2 物业服务合同": "pdf:propertycontract", "2.2.3-1 办公区和家属区水电单独计量说明": "familymeter",
    "2.2.3-2 中心机房电表": "meter", "2.2.3-3 计量器具台账": "pdf:instruments", "2.2.4-1 2020年能源资源消费统计台账": "pdf:ledger", "2.2.4-2 2020年能源资源消费报表": "report",
    **rules("2.2.5", 5), "3.1.1 无纸化办公通知": "paperless", "3.1.2 走廊高效照明": "corridor", "3.1.3 自然采光和自然通风措施": "windows", "3.1.4 空调温度控制通知": "air",
    "3.1.5 感应水嘴": "tap", "3.1.6 用水设备维护和巡查记录": "waterpatrol", "3.2.1 2020年绿色产品采购清单": "purchases", "3.2.2 新能源公务用车采购合同": "car",
    "3.3.1 “135”绿色出行倡议书": "commuting", "3.3.2 单车油耗核算表": "fuelaccount", "4.1.1 旧物再利用活动简报": "reuse", "4.1.2 限制使用一次性办公用品通知": "disposable",
    "4.1.3 停止使用不可降解塑料制品通知": "plastics", "4.2.1 大厅分类容器": "bins", "4.2.2 集中投放点投放指南": "guide", "4.2.3 分类投放": "throwing", "4.3.1 有害垃圾暂存柜": "store",
    "4.3.2 可回收物收运处置协议": "recycling", "4.3.3 餐厨垃圾收运处置协议": "food", "4.3.4 垃圾分类清运台账": "waste", "5.1.1-1 世界水日中国水周活动总结": "waterweek",
    "5.1.1-2 节能宣传周活动": "energybooth", "5.1.2-1 设备节电标识": "sign1", "5.1.2-2 随手关灯标识": "sign2", "5.1.2-3 节约用水标识": "sign3", "5.1.3 主管部门平台报道": "platform",
    "5.1.4 领导干部参加节能活动简报": "leaders", "5.2.1 2020年干部职工培训计划": "training", "5.2.2 节能低碳知识讲座课件": "pdf:slides",
}

TASKPLAN = {
    "1.1.1-1 关于下达2020年度节约能源资源指标任务的通知": "pdf:target", "1.1.1-2 2020年度指标完成情况报表": "pdf:targetreport",
    "2.1.1-1 成立领导小组的通知": "pdf:group", "2.1.1-2 领导小组办公室设立通知": "office", "2.1.2 明确管理部门和工作职责的通知": "duties", "2.1.3 节能联络员备案表": "liaison",
    "2.1.4 设置能源资源管理岗位的通知": "post", "2.2.1 2021年节约能源资源实施方案": "pdf:yearplan", **rules("2.2.2", 4), "2.2.3 物业服务合同": "pdf:propertycontract",
    "2.2.4-1 配电室总表": "meter", "2.2.4-2 计量器具台账": "pdf:instruments", "2.2.5-1 2020年能源资源消费统计台账": "pdf:ledger", "2.2.5-2 2020年能源资源消费报表": "report",
    "2.2.5-3 2020年度能源资源消费分析报告": "analysis", "2.2.5-4 能源资源消费公示": "board", "3.1.1-1 无纸化办公和双面打印通知（2项）": "paperless", "3.1.1-2 办公系统截图": "oa",
    "3.1.1-3 循环再生办公用品采购清单": "purchases", "3.1.2 走廊高效照明": "corridor", "3.1.3-1 自然采光": "daylight", "3.1.3-2 自然采光和自然通风措施": "windows",
    "3.1.4-1 空调温度控制通知": "air", "3.1.4-2 空调能效标识核对表": "airlabel", "3.1.5-1 节水型器具使用率统计表": "waterrate", "3.1.5-2 节水管理措施": "water",
    "3.1.6 数据中心能耗单独计量核算表": "datacentre", "3.2.1-1 “135”绿色出行倡议书": "commuting", "3.2.1-2 共享单车停放点设置说明": "bikes", "3.2.2-1 2020年单车油耗核算表": "fuelaccount",
    "3.2.2-2 公务用车使用管理制度": "carcard", "3.3.1 2021年绿色产品采购清单（5项）": "purchases", "3.3.2 新能源公务用车采购合同": "car", "4.1.1-1 旧物再利用活动简报": "reuse",
    "4.1.1-2 光盘行动通知": "canteen", "4.1.2 再生纸、再生笔、再生耗材采购清单（3项）": "purchases", "4.1.3 限制使用一次性办公用品通知": "disposable",
    "4.1.4 停止使用不可降解塑料制品通知": "plastics", "4.2.1-1 分类容器配置清单": "containers", "4.2.1-2 大厅分类容器": "bins", "4.2.2 集中投放点投放指南": "guide",
    "4.2.3 分类投放检查记录": "checks", "4.3.1-1 有害垃圾收运处置协议": "hazardous", "4.3.1-2 有害垃圾暂存柜": "store", "4.3.2 可回收物收运处置协议": "recycling",
    "4.3.3 餐厨垃圾收运处置协议": "food", "4.3.4-1 垃圾分类清运台账": "waste", "4.3.4-2 垃圾清运量公示": "wasteboard", "5.1.1-1 世界水日中国水周活动总结": "waterweek",
    "5.1.1-2 节能宣传周和低碳日通知（2项）": "energyweek", "5.1.2-1 设备节电标识": "sign1", "5.1.2-2 随手关灯标识": "sign2", "5.1.2-3 节约用水标识": "sign3",
    "5.1.2-4 少乘电梯标识": "sign4", "5.1.3-1 主管部门平台报道一": "platform", "5.1.3-2 主管部门平台报道二": "platform2", "5.2.1 2021年干部职工培训计划（3项）": "training",
    "5.2.2-1 节能低碳知识讲座课件": "pdf:slides", "5.2.2-2 岗位培训签到表": "attendance",
}

XINJIANG = {
    "1.1.1 2022年度指标完成情况报表": "pdf:targetreport", "2.1.1 明确管理机构和工作职责的通知": "pdf:duties", "2.1.2-1 2023年3月10日领导小组会议纪要": "pdf:minutes",
    "2.1.2-2 2023年领导班子会议": "meeting", "2.1.2-3 2023年6月9日领导班子会议纪要": "pdf:laterminutes", "2.1.2-4 2023年6月领导班子会议": "latermeeting",
    "2.2.1 2023年节约能源资源实施方案": "pdf:yearplan", **rules("2.2.2", 3), "2.2.3 未实行物业管理情况说明": "property",
    "2.3.1 在线计量电表": "meter", "2.3.2-1 空调分表": "airmeter", "2.3.2-2 照明插座分表": "lightmeter", "2.3.2-3 电梯动力分表": "liftmeter", "2.3.3 计量器具台账": "pdf:instruments",
    "2.4.1 2022年度能源资源消费数据分析报告": "pdf:analysis", "2.4.3-1 2022年能源资源消费公示": "boardbefore", "2.4.3-2 2023年能源资源消费公示": "board", "3.1.1 办公自动化系统": "oa",
    "3.1.2 双面打印和节约用纸通知": "paperless", "3.1.3 2022年1月至2023年8月复印纸采购台账": "paperstock", "3.2.1 办公室自然采光": "daylight", "3.2.2 走廊高效照明": "corridor",
    "3.2.3 楼梯间感应控制": "sensor", "3.3.1-1 设备节电标识": "sign1", "3.3.1-2 随手关灯标识": "sign2", "3.3.1-3 节约用水标识": "sign3", "3.3.1-4 少乘电梯标识": "sign4",
    "3.4.1、3.4.2 感应水嘴": "tap", "3.5.1 倡导“135”绿色出行的措施": "measure", "3.6.1-1 绿色消费管理制度": "rule5", "3.6.1-2 2023年绿色产品清单": "purchases",
    "3.6.2-1 限制使用一次性办公用品规定": "scrapping", "3.6.2-2 接待使用瓷杯": "meeting", "4.1.1-1 2021年度部门决算报表": "accounts2021", "4.1.1-2 2022年度部门决算报表": "accounts2022",
    "4.1.2 机关运行成本统计报送回执": "cost", "4.2.1、4.2.2、4.2.3、4.2.4 2022年未发生公务接待费用情况说明": "reception", "5.1.1 领导干部办公用房使用情况": "rooms",
    "5.1.2 办公用房建设情况说明": "building", "5.2.1 车辆编制核定和配备情况": "quota", "5.2.2-1 2022年单车油耗核算台账": "fuelaccount", "5.2.2-2 淘汰老旧汽车的批复": "scrap",
    "5.2.3-1 新能源汽车采购合同": "pdf:car", "5.2.3-2 新能源汽车购置发票": "carinvoice", "5.2.3-3 新能源汽车转账凭据": "carpaid", "5.2.4-1 充电桩安装合同": "pilecontract",
    "5.2.4-2 充电桩发票": "pileinvoice", "5.2.4-3 充电桩转账凭据": "pilepaid", "6.1.1-1 志愿者活动方案": "volunteerplan", "6.1.1-2 志愿者活动简报": "volunteernews",
    "6.1.1-3 志愿者活动现场": "volunteers", "6.2.1 大厅四分类容器": "bins", "6.2.2 集中投放点分类指南": "guide", "6.2.3 干部职工分类投放": "throwing",
    "6.3.1-1 有害垃圾暂存柜": "store", "6.3.1-2 餐厨垃圾收运处置协议": "food", "6.3.2-1 垃圾分类清运台账": "waste", "6.3.2-2 垃圾清运量公示": "wasteboard",
    "7.1.2.1 减少食品浪费通知": "canteen", "7.1.2.2 按需供餐措施": "supply", "7.1.2.3 食堂小份菜措施": "supply", "7.1.2.4 食品浪费检查记录": "nowaste",
    "8.1.1-1 2023年世界水日中国水周活动总结": "waterweek", "8.1.1-2 2023年节能宣传周活动": "energybooth", "8.1.2-1 2022年平台报道": "platform", "8.1.2-2 2023年平台报道（2次）": "platform2",
    "8.2.1 2023年岗位培训签到表": "attendance", "8.2.2 2023年干部职工培训计划": "training", "8.2.3-1 2023年4月节能低碳知识讲座课件": "pdf:slides", "8.2.3-2 2023年9月岗位培训签到表": "attendance",
}

EVIDENCE = {"chongqing": CHONGQING, "yiyang": YIYANG, "taskplan": TASKPLAN, "xinjiang": XINJIANG}

# 完成情况 that is not 是, and 自评得分 that is not the full points. None: left blank.
DONE = {
    "chongqing": {"1.1.1": None, "1.1.2": None, "2.2.1": "1、2", "2.2.2": 7, "2.2.4.1": None, "3.3.2": "1、2"},
    "yiyang": {"1.1.1": None, "2.1.2": "全部", "2.2.1": "全部", "2.2.3": "1、2、3", "2.2.4": "全部", "2.2.5": 5, "5.1.1": 2, "5.1.2": 3},
    "taskplan": {"1.1.1": None, "2.1.1": "全部", "2.1.2": "全部", "2.1.4": "全部", "2.2.1": "1、2", "2.2.2": 4, "2.2.4": "全部", "2.2.5": "全部", "3.1.1": 4, "3.1.2": "100%",
                 "3.1.3": "全部", "3.1.5": "全部", "3.2.1": "1、2、3", "3.2.2": "全部", "3.3.1": 5, "4.1.1": 2, "4.1.2": 3, "4.3.1": "全部", "4.3.4": "全部", "5.1.1": 3,
                 "5.1.2": 4, "5.1.3": 2, "5.2.1": 3, "5.2.2": 2},
    "xinjiang": {"1.1.1": None, "2.1.1": "全部", "2.1.2": 2, "2.2.2": 3, "2.2.3": "不适用", "2.3.2": 3, "2.4.2": None, "3.2.2": 0, "3.3.1": "4；1", "3.4.1": 0, "3.6.2": 0,
                 "4.2.1": "不适用", "4.2.2": "不适用", "4.2.3": "不适用", "4.2.4": "不适用", "5.1.1": None, "5.1.2": None, "5.2.1": None, "5.2.2": None, "5.2.3": None,
                 "5.2.4": None, "6.2.3": 1, "6.3.1": "全部", "6.3.2": "全部", "7.1.1": "未实施", "7.1.2.4": 0, "8.1.2": 3, "8.2.3": 2},
}
CLAIMS = {
    "chongqing": {"1.1.2": None, "2.2.4.1": 4}, "yiyang": {}, "taskplan": {"3.1.1": 2, "5.1.1": 3},
    "xinjiang": {"3.3.1": 4.5, "6.2.3": 3, "7.1.1": None, "5.1.1": 4, "5.1.2": 3, "5.2.1": 2, "5.2.2": 2, "5.2.3": 1.5, "5.2.4": 1.5},
}
