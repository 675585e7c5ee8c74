"""The four smaller sample units: what differs from the first office. All invented; posts stand for persons."""

SITUATION = ("{short}现有内设机构 {rooms} 个，办公区位于示例路 {door} 号，由主楼、附楼和食堂组成，建筑面积 {area} 平方米。"
             "用能人数 {people} 人，公务用车 9 辆，其中新能源汽车 2 辆。")
WORK = [
    "一是健全机制。成立由主要负责人任组长的领导小组，综合科设能源管理岗，各科室明确节能联络员，形成月统计、季公示、年分析的工作闭环。",
    "二是压降能耗。主楼照明全部更换为高效光源，空调严格执行夏季不低于26摄氏度、冬季不高于20摄氏度的标准，用水器具全部为节水型，物业每日巡检，跑冒滴漏两小时内处置。",
    "三是分类减量。办公区按四分类设置容器46个，有害垃圾单独存放，可回收物、餐厨垃圾均交有资质企业收运，清运量按月公示；食堂实行预约就餐，提供小份菜和半份菜。",
    "四是营造氛围。围绕世界水日、节能宣传周开展主题活动，张贴五类提醒标识，全年举办讲座和岗位培训两次，在主管部门平台报道经验做法两篇。",
]
FEATURE = "推行“一楼层一表、一处室一员”：每层安装分项电表，读数每周由联络员核对，异常用电当日查明原因。"
MORE_FEATURE = [  # for the form that asks for 600 to 800 characters
    "主楼走廊和楼梯间采用感应控制，地下车库按时段减半照明，会议室实行用后断电登记；空调机组每年清洗两次，开机前检查滤网和保温。",
    "公务用车实行单车核算，油耗按月公布，超过定额的由车队说明原因；更新车辆优先选用新能源汽车，院内设置交流充电桩两台，职工车辆错峰使用。",
    "垃圾分类实行“楼层收集、集中投放、分类交运”，物业主管每日核对容器，投放不准确的由联络员当面提醒并登记，准确率由年初的九成提高到九成半以上。",
    "采购办公用品优先选用再生纸、再制造硒鼓等循环再生产品，会议不提供瓶装水和一次性纸杯；双面打印设为默认，信息中心按月通报各科室用纸量，全年用纸量比上年下降一成。",
    "年度目标分解到科室，季度分析会逐项对照，偏离进度的科室在会上说明原因和措施，整改情况由综合科跟踪到位，结果纳入年度考核。",
]
PROBLEMS = "附楼建成较早，外墙保温性能较差；餐厨垃圾减量仍有空间。"
NEXT = "结合附楼维修申报外窗节能改造；食堂继续推行小份菜和预约就餐。"

PROVINCES = {
    "chongqing": {"rubric": "chongqing-2021", "name": "渝川区示例局", "superior": "渝川区公共机构节能主管部门", "region": "重庆", "place": "渝川区", "level": "县级",
                  "category": "区级党政机关", "year": 2021, "energy": 2020, "scale": 80, "rooms": 9, "door": 2, "shift": 0, "south": True, "area": 9600, "people": 336,
                  "targets": {"人均综合能耗": 0.03, "单位建筑面积能耗": 0.025, "人均用水量": 0.03}, "filed": (2021, 6, 18)},
    "yiyang": {"rubric": "yiyang-2020", "name": "湘川市示例局", "superior": "湘川市公共机构节能主管部门", "region": "湖南", "place": "湘川市", "level": "市级",
               "category": "市直党政机关", "year": 2020, "energy": 2020, "scale": 50, "rooms": 8, "door": 3, "shift": -1, "south": True, "area": 6000, "people": 210,
               "targets": {}, "printed": {"3.0%": "2.5%", "2.5%": "2.0%"}, "filed": (2021, 1, 22)},
    "taskplan": {"rubric": "taskplan-2021", "name": "平川市示例局", "superior": "平川市公共机构节能主管部门", "region": "山西", "place": "平川市", "level": "市级",
                 "category": "市级党政机关", "year": 2021, "energy": 2020, "scale": 60, "rooms": 8, "door": 4, "shift": 0, "south": False, "area": 7200, "people": 252,
                 "targets": {"人均综合能耗": 0.03, "单位建筑面积能耗": 0.025, "人均用水量": 0.03}, "filed": (2021, 10, 15)},
    "xinjiang": {"rubric": "xinjiang-2023", "name": "疆川地区示例局", "superior": "疆川地区公共机构节能主管部门", "region": "新疆", "place": "疆川地区", "level": "市级",
                 "category": "地区党政机关", "year": 2023, "energy": 2022, "scale": 120, "rooms": 11, "door": 5, "shift": 2, "south": False, "area": 14400, "people": 504,
                 "targets": {}, "printed": {"3.0%": "1.4%", "2.5%": "1.19%"}, "filed": (2023, 9, 8)},
}

# "targets" are assigned in 目标任务; where the rubric prints its own, "printed" puts them into the papers in place of the first office's.

# Conditions of 单位信息 that are not the first office's.
CONDITIONS = {
    "xinjiang": {"物业管理": "否", "数据机房": "否"},
    "yiyang": {"合署办公": "否", "家属区同院": "是"},
}
