"""The evidence folder of the complete sample: path → bytes. Names as an office gives them, in more than one manner."""
import drafts as d
import drafts_office as o
from datetime import date

U1, U2, U3, U4, U5 = "1 强化目标管理", "2 完善制度体系", "3 推行绿色办公", "4 实行生活垃圾分类", "5 开展宣传教育"


def papers_of_units_1_and_2():
    out = {
        f"{U1}/1.1.1-1 关于下达2020年度节约能源资源指标任务的通知.pdf": ("scan", d.target_notice),
        f"{U1}/1.1.1-2 2020年度指标完成情况报表.pdf": ("paper", d.target_report),
        f"{U2}/2.1 管理机构/2.1.1-1 关于成立节约型机关创建工作领导小组的通知.pdf": ("paper", d.leading_group),
        f"{U2}/2.1 管理机构/2.1.1-2 领导小组第一次会议纪要.pdf": ("paper", d.leading_minutes),
        f"{U2}/2.1 管理机构/2．1．2 关于明确管理机构和工作职责的通知.pdf": ("paper", d.duties),
        f"{U2}/2.1 管理机构/2.1.3 关于设置能源资源管理岗位的通知.pdf": ("scan", d.post),
        f"{U2}/2.1 管理机构/2.1.4 关于在本系统推进节约能源资源工作的通知.pdf": ("paper", d.system_push),
        f"{U2}/2.2 管理制度/2.2.1.1 节约型机关创建实施方案.pdf": ("paper", d.plan),
        f"{U2}/2.2 管理制度/2.2.1.2 2021年节约能源资源实施方案（含年度目标）.pdf": ("paper", d.energy_plan),
        f"{U2}/2.2 管理制度/2.2.3 办公区物业服务合同.pdf": ("scan", d.property_contract),
        f"{U2}/2.2 管理制度/2.2.4.2 计量器具台账.pdf": ("paper", d.instruments),
        f"{U2}/2.2 管理制度/2-2-5-1 能源资源消费统计台账.pdf": ("paper", d.consumption_ledger),
        f"{U2}/2.2 管理制度/2.2.5.2 能源资源消费状况报表（网上直报）.pdf": ("paper", d.monthly_report),
        f"{U2}/2.2 管理制度/2.2.5.3 2020年度能源资源消费分析报告.pdf": ("paper", d.analysis),
    }
    for index, (name, _) in enumerate(d.RULES, 1):
        out[f"{U2}/2.2 管理制度/2.2.2 管理制度汇编/{index:02d} {name}.pdf"] = ("paper", lambda i=index: d.rule(i - 1))
    return out


def papers_of_unit_3():
    return {
        f"{U3}/3.1 行为节约/3.1.1-1 关于推行无纸化办公和节约用纸的通知.pdf": ("paper", o.paperless),
        f"{U3}/3.1 行为节约/3.1.2-2 LED灯具采购发票及更换清单.pdf": ("scan", o.lamps_invoice),
        f"{U3}/3.1 行为节约/3.1.4-1 关于严格执行空调温度控制标准的通知.pdf": ("paper", o.air_conditioning),
        f"{U3}/3.1 行为节约/3.1.5-1 节水管理措施.pdf": ("paper", o.water_measures),
        f"{U3}/3.2 绿色采购/3.2.1 2021年绿色产品采购清单.pdf": ("paper", o.green_purchases),
        f"{U3}/3.2 绿色采购/3.2.2-1 新能源公务用车采购合同.pdf": ("scan", o.purchase_contract),
        f"{U3}/3.3 绿色出行/3.3.1-1 “135”绿色低碳出行倡议书.pdf": ("paper", o.commuting),
        f"{U3}/3.3 绿色出行/3.3.2-1 公务用车油耗统计台账.pdf": ("paper", o.fuel_ledger),
        f"{U3}/3.3 绿色出行/3.3.2-2 单车油耗核算表.pdf": ("paper", o.fuel_account),
        f"{U3}/3.4 绿色食堂/3.4.1-1 关于制止餐饮浪费实行精准配餐的通知.pdf": ("paper", o.canteen),
        f"{U3}/3.4 绿色食堂/3.4.2-1 节能环保设备采购清单.pdf": ("paper", o.canteen_equipment),
    }


def papers_of_units_4_and_5():
    agree = o.waste_agreement
    return {
        f"{U4}/4.1 源头减量/4.1.1-1 旧物再利用活动简报.pdf": ("paper", o.reuse_brief),
        f"{U4}/4.1 源头减量/4.1.3 关于限制使用一次性办公用品的通知.pdf": ("paper", o.disposable),
        f"{U4}/4.1 源头减量/4.1.4 关于停止使用不可降解一次性塑料制品的通知.pdf": ("scan", o.plastics),
        f"{U4}/4.2 分类投放/4.2.1-1 生活垃圾分类容器配置清单.pdf": ("paper", o.containers),
        f"{U4}/4.2 分类投放/4.2.2-1 分类投放检查记录.pdf": ("paper", o.sorting_checks),
        f"{U4}/4.3 分类收运/4.3.1 有害垃圾/01 有害垃圾收运处置协议.pdf":
            ("scan", lambda: agree("有害垃圾", "示例环保处置有限公司", "乙方每季度收运一次，采用专用密闭车辆，按危险废物管理要求填写转移联单。", date(2020, 12, 30))),
        f"{U4}/4.3 分类收运/4.3.1 有害垃圾/02 收运企业资质.pdf": ("paper", lambda: o.licence("示例环保处置有限公司", "废灯管、废电池、废硒鼓的收集、贮存、处置")),
        f"{U4}/4.3 分类收运/4.3.2 可回收物/01 可回收物收运处置协议.pdf":
            ("paper", lambda: agree("可回收物", "示例再生资源有限公司", "乙方每月上门收运一次，按市场价结算，收入上缴财务。", date(2020, 12, 30))),
        f"{U4}/4.3 分类收运/4.3.2 可回收物/02 回收企业资质.pdf": ("paper", lambda: o.licence("示例再生资源有限公司", "废纸、废塑料、废金属、废电器的回收")),
        f"{U4}/4.3 分类收运/4.3.3 餐厨垃圾收运处置协议.pdf":
            ("paper", lambda: agree("餐厨垃圾", "示例餐厨处理有限公司", "乙方每日 14 时收运，密闭运输，日产日清，不得挪作他用。", date(2020, 12, 30))),
        f"{U4}/4.3 分类收运/4.3.4-1 垃圾分类清运台账.pdf": ("paper", o.waste_ledger),
        f"{U5}/5.1 宣传实践/5.1.1-1 世界水日中国水周宣传活动总结.pdf": ("paper", o.water_week),
        f"{U5}/5.1 宣传实践/5.1.1-2 关于开展节能宣传周和低碳日活动的通知.pdf": ("paper", o.energy_week),
        f"{U5}/5.2 教育培训/5.2.1 2021年干部职工培训计划.pdf": ("paper", o.training_plan),
        f"{U5}/5.2 教育培训/5.2.2-1 关于举办节能低碳知识讲座的通知.pdf": ("paper", o.lecture_notice),
        f"{U5}/5.2 教育培训/5.2.2-2 节能低碳知识讲座课件.pdf": ("paper", o.lecture_slides),
        f"{U5}/5.2 教育培训/5.2.2-3 能源管理与运行岗位培训签到表.pdf": ("scan", o.attendance),
    }


def all_papers():
    return {**papers_of_units_1_and_2(), **papers_of_unit_3(), **papers_of_units_4_and_5()}


def scan_day(name):
    """The older papers were scanned when they came, the others in one go in September."""
    return date(2020, 3, 20) if "1.1.1-1" in name else date(2021, 9, 24)


def small_texts():
    captions = "IMG_20210615_093012.jpg：主楼三层办公室上午自然采光，未开照明\r\nIMG_20210615_163340.jpg：主楼三层办公室下午自然采光，未开照明\r\n"
    measures = "自然采光措施说明\r\n\r\n一、办公桌沿窗布置，窗台不堆放物品，窗帘为浅色透光帘。\r\n二、走廊、楼梯间白天不开灯，公共区域照明由光感控制。\r\n三、物业每月擦窗一次，保持采光面清洁。\r\n"
    return {
        f"{U3}/3.1 行为节约/3.1.3 自然采光/图说.txt": captions.encode("utf-8"),
        f"{U3}/3.1 行为节约/3.1.3 自然采光/自然采光措施说明.txt": measures.encode("gb18030"),
    }
