"""The photos and screenshots of the evidence folder: path → bytes."""
import camera
import ledger
import office
import scenes_outdoors as yard
import scenes_rooms as room
from evidence import U2, U3, U4, U5

PLACE = (37.5, 112.5)


def taken(day, hour="09:30:12"):
    return f"{day.replace('-', ':')} {hour}"


def quarter(number):
    rows = [r for r in ledger.monthly() if r[0] == office.ENERGY_YEAR][number * 3 - 3:number * 3]
    total = [sum(r[i] for r in rows) for i in range(2, 10)]
    return [f"用电 {total[0]} 千瓦时", f"用水 {total[1]} 立方米", f"天然气 {total[2]} 立方米", f"汽油 {total[3]} 升", f"用热 {total[7]:.1f} 吉焦", "监督电话：0000-00000000"]


def waste_of(month):
    rows = [r for r in ledger.waste_rows() if r[0].startswith(f"2021-{month:02d}")]
    return [f"{kind} {sum(r[2] for r in rows if r[1] == kind)} 千克" for kind in ("可回收物", "餐厨", "其他", "有害") if any(r[1] == kind for r in rows)]


def unit_2_and_3():
    """path → (scene, day, orientation)"""
    return {
        f"{U2}/2.1 管理机构/2.1.4 系统节约能源资源工作推进会.jpg": (lambda: room.hall("节约能源资源工作推进会", "2021 年 4 月 9 日"), "2021-04-09", 1),
        f"{U2}/2.2 管理制度/2.2.4.1 分户分区分项计量/02 配电室总表.jpg": (lambda: room.electric_meter("DB-01", "052901"), "2021-04-12", 6),
        f"{U2}/2.2 管理制度/2.2.4.1 分户分区分项计量/03 院内总水表.jpg": (lambda: room.water_meter("068673"), "2021-04-12", 3),
        f"{U2}/2.2 管理制度/2.2.5.4 能源资源消费公示/1 第一季度第二季度公示.jpg":
            (lambda: room.notice_board("2020 年能源资源消费公示栏", [("第一季度", quarter(1)), ("第二季度", quarter(2))]), "2020-07-10", 1),
        f"{U2}/2.2 管理制度/2.2.5.4 能源资源消费公示/2 第三季度第四季度公示.jpg":
            (lambda: room.notice_board("2020 年能源资源消费公示栏", [("第三季度", quarter(3)), ("第四季度", quarter(4))]), "2021-01-11", 1),
        f"{U3}/3.1 行为节约/3.1.1-2 双面打印提示.jpg": (room.printer, "2021-04-20", 1),
        f"{U3}/3.1 行为节约/3.1.2-1 走廊LED平板灯.jpg": (lambda: room.corridor_lamps("LED 36W"), "2021-05-11", 6),
        f"{U3}/3.1 行为节约/3.1.3 自然采光/IMG_20210615_093012.jpg": (lambda: room.daylight(False), "2021-06-15", 8),
        f"{U3}/3.1 行为节约/3.1.3 自然采光/IMG_20210615_163340.jpg": (lambda: room.daylight(True), "2021-06-15", 3),
        f"{U3}/3.1 行为节约/3.1.4-2 夏季空调设定26℃.jpg":
            (lambda: room.sign("温度设定", "夏季不低于 26 摄氏度", (30, 110, 150), room.panel("26℃")), "2021-07-06", 1),
        f"{U3}/3.1 行为节约/3.1.4-3 冬季空调设定20℃.jpg":
            (lambda: room.sign("温度设定", "冬季不高于 20 摄氏度", (170, 90, 40), room.panel("20℃")), "2021-01-14", 1),
        f"{U3}/3.1 行为节约/3.1.5-2 感应式节水水嘴.jpg": (lambda: room.sign("感应出水", "节水型器具", (40, 120, 190), room.tap), "2021-04-13", 6),
        f"{U3}/3.2 绿色采购/3.2.2-2 新能源公务用车及充电桩.jpg": (yard.charging, "2021-05-18", 1),
        f"{U3}/3.3 绿色出行/3.3.1-2 绿色出行活动.jpg": (yard.bicycles, "2021-06-09", 1),
        f"{U3}/3.4 绿色食堂/3.4.1-2 食堂小份菜窗口.jpg": (lambda: room.canteen("光盘行动　从我做起"), "2021-04-28", 1),
        f"{U3}/3.4 绿色食堂/3.4.1-3 反对食品浪费宣传.jpg": (lambda: room.canteen("反对食品浪费　厉行节约"), "2021-05-06", 1),
        f"{U3}/3.4 绿色食堂/3.4.2-2 节能燃气灶.jpg": (room.stove, "2021-05-06", 1),
        f"{U3}/3.4 绿色食堂/3.4.2-3 高效油烟净化设备.jpg": (room.hood, "2021-05-06", 3),
    }


def unit_4_and_5():
    guide = "生活垃圾分类投放指南"
    return {
        f"{U4}/4.1 源头减量/4.1.1-2 旧物再利用活动现场.jpg":
            (lambda: room.table_of_things("旧物换新颜", ["图书漂流", "用品调剂", "旧物改造"], [(190, 90, 60), (80, 120, 170), (170, 140, 90)]), "2021-05-28", 1),
        f"{U4}/4.1 源头减量/4.1.2 再生办公用品/再生复印纸和再制造硒鼓.jpg":
            (lambda: room.table_of_things("再生办公用品", ["再生纸", "再制造硒鼓", "再生文件盒"], [(246, 244, 236), (70, 74, 84), (110, 150, 110)]), "2021-06-03", 1),
        f"{U4}/4.2 分类投放/4.2.1-2 主楼大厅分类容器.jpg": (lambda: room.bins("主楼一层大厅"), "2021-04-29", 1),
        f"{U4}/4.2 分类投放/4.2.2-2 干部职工分类投放.jpg": (yard.throwing, "2021-05-27", 1),
        f"{U4}/4.2 分类投放/4.2.3 集中投放点投放指南.jpg": (lambda: yard.station(guide), "2021-04-30", 6),
        f"{U4}/4.2 分类投放/4.2.3 楼层投放点投放指南.jpg": (lambda: room.bins("主楼三层", guide), "2021-04-30", 1),
        f"{U4}/4.3 分类收运/4.3.1 有害垃圾/03 有害垃圾暂存柜.jpg": (room.hazardous_store, "2021-06-25", 1),
        f"{U4}/4.3 分类收运/4.3.4-2 垃圾清运量公示.jpg":
            (lambda: room.notice_board("2021 年垃圾清运量公示", [(f"{m} 月", waste_of(m)) for m in (7, 8, 9)]), "2021-09-30", 1),
        f"{U5}/5.1 宣传实践/5.1.1-3 节水宣传展板.jpg": (lambda: yard.booth("世界水日　中国水周", "珍惜水　爱护水"), "2021-03-22", 1),
        f"{U5}/5.1 宣传实践/5.1.1-4 节能宣传周活动.jpg": (lambda: yard.booth("全国节能宣传周　全国低碳日", "节能降碳　绿色发展"), "2021-08-25", 1),
        f"{U5}/5.1 宣传实践/5.1.2 提醒标识/1 设备节电标识.jpg": (lambda: room.sign("设备节电", "下班请关闭计算机电源", (90, 90, 160), room.computer), "2021-04-21", 1),
        f"{U5}/5.1 宣传实践/5.1.2 提醒标识/2 随手关灯标识.jpg": (lambda: room.sign("随手关灯", "人走灯灭　节约用电", (200, 120, 30), room.switch), "2021-04-21", 6),
        f"{U5}/5.1 宣传实践/5.1.2 提醒标识/3 节约用水标识.jpg": (lambda: room.sign("节约用水", "滴水在指尖　节约在心间", (40, 120, 190), room.tap), "2021-04-21", 1),
        f"{U5}/5.1 宣传实践/5.1.2 提醒标识/4 减少使用电梯标识.jpg": (lambda: room.sign("少乘电梯", "三层以下请走楼梯", (60, 140, 80), room.lift), "2021-04-21", 8),
        f"{U5}/5.1 宣传实践/5.1.2 提醒标识/5 垃圾分类投放标识.jpg": (lambda: room.sign("分类投放", "请分类　再投放", (30, 100, 170), room.bin_beside), "2021-04-21", 1),
        f"{U5}/5.2 教育培训/5.2.2-4 节能低碳知识讲座现场.jpg": (lambda: room.hall("节能低碳知识讲座", "2021 年 4 月 22 日"), "2021-04-22", 1),
    }


def screenshots():
    report = ["近年来，示例局推行“一楼层一表、一处室一员”，", "把用电读数公开到楼层，把节约责任落实到处室，", "2020 年用电量比上年下降 4.2%。"]
    lectures = ["4 月 22 日，示例局举办节能低碳知识讲座，", "176 名干部职工参加，现场答题 300 余人次，", "节能、节水、垃圾分类内容纳入年度培训计划。"]
    return {
        f"{U3}/3.1 行为节约/3.1.1-3 办公系统无纸化流转截图.png": room.oa_screen,
        f"{U5}/5.1 宣传实践/5.1.3-1 主管部门平台报道 一楼层一表.png": lambda: room.news_screen("示例局：一楼层一表，节约看得见", "2021-05-12", report),
        f"{U5}/5.1 宣传实践/5.1.3-2 主管部门平台报道 节能低碳讲座.png": lambda: room.news_screen("示例局举办节能低碳知识讲座", "2021-04-26", lectures),
    }


def all_pictures():
    out = {}
    for name, (make, day, orientation) in {**unit_2_and_3(), **unit_4_and_5()}.items():
        out[name] = camera.photo(make(), name, taken(day), orientation, PLACE)
    for name, make in screenshots().items():
        out[name] = camera.screenshot(make())
    return out
