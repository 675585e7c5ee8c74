"""Scenes indoors, drawn upright."""
from PIL import Image, ImageDraw

from camera import SIZE, board, gradient, scene, words

W, H = SIZE


def sign(title, line, colour, gadget, wall=((222, 226, 228), (198, 203, 206))):
    """A reminder on the wall beside what it speaks of."""
    image, d = scene(wall=wall, horizon=0.9)
    board(d, (180, 250, 760, 640), (252, 252, 250))
    d.rounded_rectangle((180, 250, 760, 400), 10, fill=colour)
    words(d, (470, 325), title, 84, (255, 255, 255))
    words(d, (470, 480), line, 44, (60, 60, 60), "kai")
    words(d, (470, 575), "晋川省直示例局　宣", 30, (130, 130, 130), "fang")
    gadget(d)
    return image


def switch(d):
    board(d, (930, 330, 1130, 560), (248, 248, 246))
    for y in (350, 455):
        d.rounded_rectangle((950, y, 1110, y + 85), 8, fill=(236, 236, 232), outline=(170, 170, 170), width=3)


def computer(d):
    board(d, (860, 300, 1260, 560), (40, 42, 46))
    d.rectangle((880, 320, 1240, 530), fill=(78, 120, 160))
    d.rectangle((1030, 570, 1090, 640), fill=(60, 60, 60))
    d.rectangle((960, 640, 1160, 660), fill=(60, 60, 60))


def tap(d):
    d.rounded_rectangle((880, 560, 1260, 700), 60, fill=(250, 250, 250), outline=(170, 170, 170), width=4)
    d.rectangle((1050, 360, 1090, 580), fill=(176, 182, 188))
    d.rounded_rectangle((1000, 330, 1240, 380), 20, fill=(186, 192, 198))
    d.rectangle((1205, 380, 1235, 420), fill=(160, 166, 172))
    d.ellipse((1205, 430, 1235, 520), fill=(170, 205, 235))


def lift(d):
    d.rectangle((860, 200, 1260, 910), fill=(170, 172, 176), outline=(110, 112, 116), width=8)
    d.line((1060, 200, 1060, 910), fill=(100, 102, 106), width=6)
    board(d, (790, 480, 850, 620), (90, 92, 96), radius=6, shadow=3)
    d.ellipse((806, 500, 834, 528), fill=(250, 190, 60))


def panel(shown):
    def draw(d):
        board(d, (900, 300, 1220, 620), (245, 245, 243))
        d.rectangle((930, 340, 1190, 480), fill=(58, 84, 74))
        words(d, (1060, 410), shown, 92, (190, 235, 200), "song")
        for x in (950, 1040, 1130):
            d.ellipse((x, 520, x + 50, 570), fill=(210, 212, 214), outline=(150, 150, 150), width=3)
    return draw


def bin_beside(d):
    d.polygon([(900, 420), (1200, 420), (1160, 900), (940, 900)], fill=(40, 110, 190))
    d.rectangle((880, 380, 1220, 430), fill=(30, 90, 160))
    words(d, (1050, 640), "可回收物", 62, (255, 255, 255))


BINS = [("可回收物", (38, 105, 186)), ("有害垃圾", (196, 48, 44)), ("厨余垃圾", (58, 140, 70)), ("其他垃圾", (96, 98, 102))]


def bins(place, guide=None):
    image, d = scene()
    words(d, (W // 2, 90), place, 48, (90, 90, 90))
    if guide:
        board(d, (230, 140, 1130, 420), (250, 252, 248))
        words(d, (680, 185), guide, 52, (30, 110, 60))
        for i, (name, colour) in enumerate(BINS):
            d.rectangle((270 + i * 215, 240, 460 + i * 215, 390), fill=colour)
            words(d, (365 + i * 215, 285), name, 38, (255, 255, 255))
            words(d, (365 + i * 215, 345), ("纸张 瓶罐", "电池 灯管", "剩菜 果皮", "渣土 纸巾")[i], 32, (255, 255, 255), "kai")
    for i, (name, colour) in enumerate(BINS):
        x = 110 + i * 295
        d.ellipse((x - 10, 905, x + 290, 955), fill=(120, 118, 114))
        d.polygon([(x, 480), (x + 260, 480), (x + 235, 930), (x + 25, 930)], fill=colour)
        d.rounded_rectangle((x - 14, 445, x + 274, 495), 16, fill=tuple(v - 24 for v in colour))
        d.rectangle((x + 60, 520, x + 200, 545), fill=(20, 20, 20))
        words(d, (x + 130, 690), name, 58, (255, 255, 255))
    return image


def electric_meter(number, digits):
    image, d = scene(wall=((150, 156, 160), (128, 134, 138)), horizon=0.95)
    board(d, (250, 120, 1110, 900), (214, 218, 220))
    d.rectangle((330, 200, 1030, 660), fill=(240, 241, 240), outline=(120, 120, 120), width=4)
    d.rectangle((420, 260, 940, 400), fill=(176, 190, 160), outline=(60, 60, 60), width=4)
    words(d, (680, 330), digits, 96, (30, 36, 30), "song")
    words(d, (900, 440), "kWh", 40, (50, 50, 50), "song")
    words(d, (680, 500), "三相四线电能表　1 级", 44, (60, 60, 60))
    words(d, (680, 590), f"编号 {number}", 48, (30, 60, 120))
    for x in range(380, 1000, 90):
        d.ellipse((x, 720, x + 40, 760), fill=(150, 150, 150), outline=(90, 90, 90), width=3)
        d.line((x + 20, 760, x + 20, 880), fill=(170, 50, 40) if x % 180 else (40, 90, 160), width=12)
    return image


def water_meter(digits):
    image, d = scene(wall=((112, 104, 96), (90, 84, 78)), horizon=0.98)
    d.rectangle((0, 470, W, 620), fill=(70, 96, 124))
    d.ellipse((400, 210, 960, 770), fill=(62, 86, 112), outline=(40, 60, 80), width=8)
    d.ellipse((460, 270, 900, 710), fill=(246, 246, 240), outline=(120, 120, 120), width=6)
    for i, digit in enumerate(digits):
        d.rectangle((520 + i * 66, 400, 578 + i * 66, 480), fill=(20, 20, 20))
        words(d, (549 + i * 66, 440), digit, 56, (250, 250, 250), "song")
    words(d, (680, 540), "立方米　LXS-80E", 38, (60, 60, 60), "song")
    words(d, (680, 620), "SB-01", 46, (170, 40, 40))
    return image


def notice_board(title, sheets):
    image, d = scene(wall=((232, 230, 222), (214, 211, 202)))
    board(d, (110, 110, 1250, 720), (176, 122, 76), outline=(110, 72, 40))
    d.rectangle((140, 140, 1220, 690), fill=(196, 208, 196))
    d.rectangle((140, 140, 1220, 230), fill=(178, 32, 34))
    words(d, (680, 186), title, 60, (255, 236, 190))
    step = 1060 // len(sheets)
    for i, (head, lines) in enumerate(sheets):
        x = 160 + i * step
        d.rectangle((x, 260, x + step - 30, 670), fill=(253, 253, 250), outline=(180, 180, 176), width=2)
        d.ellipse((x + step // 2 - 24, 250, x + step // 2 - 6, 268), fill=(210, 60, 50))
        words(d, (x + (step - 30) // 2, 312), head, 34, (40, 40, 40))
        for j, line in enumerate(lines):
            d.line((x + 16, 358 + j * 50, x + step - 46, 358 + j * 50), fill=(190, 190, 190), width=2)
            words(d, (x + 22, 384 + j * 50), line, 27, (70, 70, 70), "song", "lm")
    return image


def printer():
    image, d = scene()
    board(d, (300, 380, 1060, 860), (232, 233, 234))
    d.rectangle((300, 380, 1060, 470), fill=(70, 74, 80))
    d.rectangle((420, 500, 940, 560), fill=(40, 42, 46))
    d.polygon([(450, 540), (910, 540), (960, 660), (400, 660)], fill=(255, 255, 255), outline=(190, 190, 190))
    for y in (700, 780):
        d.rectangle((330, y, 1030, y + 66), fill=(214, 216, 218), outline=(160, 160, 160), width=3)
    board(d, (420, 150, 940, 320), (250, 250, 244))
    words(d, (680, 205), "默认双面　黑白打印", 50, (30, 110, 60))
    words(d, (680, 272), "废纸请放回收架", 40, (90, 90, 90), "kai")
    return image


def corridor_lamps(note):
    image = gradient(SIZE, (236, 238, 240), (206, 208, 212))
    d = ImageDraw.Draw(image)
    d.polygon([(0, H), (W, H), (820, 560), (540, 560)], fill=(168, 166, 160))
    d.polygon([(0, 0), (W, 0), (820, 420), (540, 420)], fill=(248, 249, 250))
    d.polygon([(0, 0), (540, 420), (540, 560), (0, H)], fill=(222, 222, 216))
    d.polygon([(W, 0), (820, 420), (820, 560), (W, H)], fill=(214, 214, 208))
    d.rectangle((540, 420, 820, 560), fill=(190, 192, 196))
    for k in (1.0, 0.62, 0.4, 0.27):
        x, y, w, h = 680, 420 - int(400 * k), int(330 * k), int(110 * k)
        d.polygon([(x - w, y - h // 2), (x + w, y - h // 2), (x + int(w * 0.8), y + h // 2), (x - int(w * 0.8), y + h // 2)], fill=(255, 255, 255), outline=(216, 216, 216))
    board(d, (70, 520, 330, 640), (252, 252, 252))
    words(d, (200, 580), note, 44, (30, 90, 150))
    return image


def daylight(evening):
    sky = ((186, 214, 240), (238, 244, 248)) if not evening else ((244, 206, 160), (250, 236, 214))
    image, d = scene(wall=((214, 208, 196), (190, 184, 172)), horizon=0.8)
    for x in (90, 500, 910):
        image.paste(gradient((360, 560), *sky), (x, 110))
        d.polygon([(x, 560), (x + 110, 470), (x + 220, 540), (x + 360, 460), (x + 360, 670), (x, 670)], fill=(120, 150, 112))
        d.rectangle((x, 110, x + 360, 670), outline=(246, 246, 244), width=16)
        d.line((x + 180, 110, x + 180, 670), fill=(246, 246, 244), width=12)
        d.polygon([(x + 40, 830), (x + 400, 830), (x + 330, 1010), (x - 60, 1010)], fill=(206, 202, 192))
    d.rectangle((170, 720, 620, 760), fill=(150, 112, 74))
    d.rectangle((760, 720, 1210, 760), fill=(150, 112, 74))
    for x in (190, 590, 780, 1180):
        d.rectangle((x - 12, 760, x + 12, 960), fill=(120, 88, 58))
    words(d, (395, 695), "办公桌 A", 34, (70, 60, 50), "kai")
    words(d, (985, 695), "办公桌 B", 34, (70, 60, 50), "kai")
    return image


def canteen(banner):
    image, d = scene(wall=((240, 232, 214), (222, 212, 192)), horizon=0.6)
    d.rectangle((60, 90, 1300, 210), fill=(196, 40, 36))
    words(d, (680, 150), banner, 72, (255, 240, 200))
    d.polygon([(0, 560), (W, 560), (W, 800), (0, 800)], fill=(200, 204, 208))
    d.rectangle((0, 560, W, 590), fill=(232, 236, 238))
    for i, colour in enumerate([(190, 90, 50), (90, 150, 70), (220, 180, 80), (240, 240, 232), (150, 70, 60)]):
        x = 60 + i * 255
        d.ellipse((x, 610, x + 220, 720), fill=(246, 246, 246), outline=(160, 160, 160), width=4)
        d.ellipse((x + 26, 622, x + 194, 702), fill=colour)
        board(d, (x + 60, 730, x + 160, 780), (255, 255, 255), shadow=2, radius=4)
        words(d, (x + 110, 755), ("红烧茄子", "炒青菜", "南瓜", "米饭", "小份肉")[i], 24, (60, 60, 60), "song")
    words(d, (680, 900), "按需取餐　小份菜窗口", 58, (100, 70, 40), "kai")
    return image


def stove():
    image, d = scene(wall=((206, 212, 216), (184, 190, 194)), horizon=0.5)
    d.rectangle((120, 440, 1240, 940), fill=(190, 196, 200), outline=(130, 136, 140), width=6)
    for x in (300, 820):
        d.ellipse((x, 470, x + 300, 600), fill=(60, 62, 66))
        d.ellipse((x + 60, 494, x + 240, 576), fill=(40, 90, 190))
        d.ellipse((x + 110, 516, x + 190, 554), fill=(30, 32, 36))
    board(d, (440, 680, 920, 860), (252, 252, 250))
    words(d, (680, 735), "节能燃气双头灶", 56, (180, 60, 30))
    words(d, (680, 812), "热效率 45% 以上", 42, (80, 80, 80))
    return image


def hood():
    image, d = scene(wall=((214, 218, 220), (190, 194, 198)), horizon=0.88)
    d.polygon([(220, 260), (1140, 260), (1240, 520), (120, 520)], fill=(176, 182, 188), outline=(120, 126, 132))
    d.rectangle((540, 60, 820, 260), fill=(160, 166, 172))
    for x in range(180, 1190, 56):
        d.rectangle((x, 460, x + 34, 510), fill=(110, 116, 122))
    board(d, (420, 600, 940, 800), (250, 250, 248))
    words(d, (680, 660), "高效油烟净化设备", 54, (30, 90, 150))
    words(d, (680, 742), "净化效率 95%　运行中", 42, (50, 130, 70))
    return image


def table_of_things(title, labels, colours):
    image, d = scene(horizon=0.55)
    d.rectangle((200, 80, 1160, 210), fill=(46, 120, 70))
    words(d, (680, 145), title, 66, (255, 255, 255))
    d.polygon([(80, 560), (1280, 560), (W, 860), (0, 860)], fill=(168, 126, 84))
    for i, (label, colour) in enumerate(zip(labels, colours)):
        x = 110 + i * (1140 // len(labels))
        width = 1140 // len(labels) - 50
        for k in range(4):
            d.rectangle((x + k * 6, 610 - k * 70, x + width + k * 6, 675 - k * 70), fill=tuple(max(0, v - k * 12) for v in colour), outline=(90, 90, 90), width=2)
        board(d, (x, 720, x + width, 800), (255, 255, 250), shadow=4, radius=4)
        words(d, (x + width // 2, 760), label, 40, (50, 50, 50))
    return image


def hazardous_store():
    image, d = scene(wall=((220, 218, 210), (200, 197, 188)), horizon=0.85)
    board(d, (330, 200, 1030, 900), (196, 52, 46), outline=(120, 30, 26))
    d.line((680, 200, 680, 900), fill=(120, 30, 26), width=6)
    words(d, (680, 330), "有害垃圾暂存柜", 76, (255, 255, 255))
    for x, label in ((505, "废灯管"), (855, "废电池")):
        d.rectangle((x - 130, 430, x + 130, 620), fill=(246, 240, 230))
        words(d, (x, 525), label, 56, (60, 40, 40))
    for x, label in ((505, "废硒鼓"), (855, "过期药品")):
        d.rectangle((x - 130, 660, x + 130, 850), fill=(246, 240, 230))
        words(d, (x, 755), label, 56, (60, 40, 40))
    return image


def hall(title, line):
    image, d = scene(wall=((96, 104, 122), (70, 76, 92)), floor=((120, 60, 52), (96, 46, 40)), horizon=0.6)
    d.rectangle((260, 80, 1100, 500), fill=(244, 248, 252), outline=(40, 44, 50), width=10)
    words(d, (680, 230), title, 76, (20, 90, 60))
    words(d, (680, 350), line, 48, (60, 60, 60), "kai")
    d.rectangle((140, 470, 230, 640), fill=(110, 80, 52))
    d.ellipse((160, 390, 210, 445), fill=(206, 170, 140))
    for row in range(3):
        for seat in range(10 - row):
            x = 60 + row * 70 + seat * 132
            y = 700 + row * 105
            d.ellipse((x, y, x + 70, y + 80), fill=(40 + row * 6, 36, 34))
            d.rounded_rectangle((x - 24, y + 72, x + 94, y + 170), 30, fill=((60, 72, 96), (86, 66, 66), (58, 84, 72))[(row + seat) % 3])
    return image


def oa_screen():
    image = Image.new("RGB", (1180, 760), (240, 243, 247))
    d = ImageDraw.Draw(image)
    d.rectangle((0, 0, 1180, 70), fill=(28, 84, 140))
    words(d, (30, 36), "示例局协同办公系统", 32, (255, 255, 255), anchor="lm")
    words(d, (1150, 36), "2021-06-15　当前用户：综合科", 20, (220, 232, 244), anchor="rm")
    for i, name in enumerate(("收文办理", "发文办理", "会议通知", "资料中心", "用纸统计")):
        d.rectangle((0, 70 + i * 64, 200, 134 + i * 64), fill=(225, 232, 240) if i else (200, 216, 234))
        words(d, (100, 102 + i * 64), name, 24, (40, 60, 90))
    rows = ["标题", "关于报送上半年工作总结的通知", "关于组织义务植树活动的通知", "关于夏季空调运行时间的通知", "第二季度能源资源消费公示", "关于开展档案整理的通知", "关于节能联络员会议的通知"]
    for i, row in enumerate(rows):
        y = 100 + i * 62
        d.rectangle((230, y, 1150, y + 60), fill=(255, 255, 255) if i % 2 else (246, 249, 252), outline=(214, 220, 228))
        words(d, (250, y + 30), row, 23, (40, 40, 40), "hei" if i == 0 else "song", "lm")
        words(d, (860, y + 30), "电子流转" if i else "办理方式", 22, (30, 120, 60) if i else (40, 40, 40), anchor="lm")
        words(d, (1020, y + 30), f"2021-06-{i + 3:02d}" if i else "日期", 22, (90, 90, 90), anchor="lm")
    words(d, (690, 600), "本月电子公文 216 件，纸质 9 件，无纸化率 96.0%", 28, (28, 84, 140))
    words(d, (690, 690), "界面为示例，内容均为虚构", 18, (150, 150, 150))
    return image


def news_screen(title, day, lines):
    image = Image.new("RGB", (1100, 900), (255, 255, 255))
    d = ImageDraw.Draw(image)
    d.rectangle((0, 0, 1100, 110), fill=(36, 120, 76))
    words(d, (40, 56), "公共机构节能宣传平台（示例）", 40, (255, 255, 255), anchor="lm")
    words(d, (550, 190), title, 38, (30, 30, 30))
    words(d, (550, 250), f"来源：示例局　日期：{day}", 22, (120, 120, 120))
    d.line((60, 286, 1040, 286), fill=(200, 200, 200), width=2)
    for i, line in enumerate(lines):
        words(d, (70, 330 + i * 48), line, 27, (50, 50, 50), "song", "lm")
    d.rectangle((250, 640, 850, 840), fill=(206, 226, 210))
    words(d, (550, 740), "（配图）节能联络员现场抄表", 30, (60, 100, 70), "kai")
    words(d, (550, 876), "页面为示例，内容均为虚构", 18, (150, 150, 150))
    return image
