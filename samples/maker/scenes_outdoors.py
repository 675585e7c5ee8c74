"""Scenes in the yard and the street."""
from PIL import ImageDraw

from camera import SIZE, board, gradient, words

W, H = SIZE


def yard():
    image = gradient(SIZE, (160, 196, 232), (226, 236, 242))
    d = ImageDraw.Draw(image)
    d.rectangle((0, 660, W, H), fill=(150, 150, 148))
    d.rectangle((0, 640, W, 668), fill=(196, 194, 188))
    for x in (40, 330, 980, 1230):
        d.rectangle((x + 48, 500, x + 68, 650), fill=(104, 78, 54))
        d.ellipse((x, 330, x + 120, 540), fill=(74, 124, 66))
    return image, d


def building(d):
    d.rectangle((300, 180, 1060, 640), fill=(206, 200, 188), outline=(150, 144, 132), width=4)
    for x in range(340, 1040, 100):
        for y in range(220, 580, 96):
            d.rectangle((x, y, x + 62, y + 58), fill=(132, 160, 186), outline=(240, 240, 236), width=4)
    d.rectangle((560, 540, 800, 640), fill=(96, 110, 122))


def person(d, x, y, coat, scale=1.0):
    s = scale
    d.ellipse((x - 26 * s, y - 190 * s, x + 26 * s, y - 134 * s), fill=(206, 170, 140))
    d.rounded_rectangle((x - 44 * s, y - 132 * s, x + 44 * s, y), 24, fill=coat)
    d.rectangle((x - 34 * s, y, x - 6 * s, y + 120 * s), fill=(50, 54, 66))
    d.rectangle((x + 6 * s, y, x + 34 * s, y + 120 * s), fill=(50, 54, 66))


def charging():
    image, d = yard()
    d.rounded_rectangle((160, 560, 900, 800), 60, fill=(236, 240, 242), outline=(150, 154, 158), width=4)
    d.polygon([(300, 570), (400, 450), (700, 450), (800, 570)], fill=(200, 214, 226), outline=(150, 154, 158))
    for x in (260, 680):
        d.ellipse((x, 730, x + 140, 870), fill=(40, 40, 42))
        d.ellipse((x + 40, 770, x + 100, 830), fill=(170, 172, 176))
    d.rectangle((420, 640, 640, 700), fill=(50, 150, 80))
    words(d, (530, 670), "示A·D0008", 38, (255, 255, 255))
    board(d, (1010, 380, 1200, 820), (240, 244, 246))
    d.rectangle((1040, 420, 1170, 520), fill=(30, 60, 50))
    words(d, (1105, 470), "充电中", 36, (130, 240, 160))
    words(d, (1105, 600), "7 kW", 48, (60, 60, 60), "song")
    d.line((1040, 720, 940, 800, 860, 650), fill=(30, 30, 30), width=12)
    return image


def bicycles():
    image, d = yard()
    d.rectangle((120, 200, 1240, 300), fill=(44, 128, 84))
    words(d, (680, 250), "“135”绿色出行　从我做起", 62, (255, 255, 255))
    for x in range(120, 1200, 220):
        for dx in (0, 120):
            d.ellipse((x + dx, 740, x + dx + 110, 850), outline=(40, 40, 44), width=9)
        d.line((x + 55, 795, x + 100, 700, x + 150, 700, x + 175, 795, x + 100, 795, x + 100, 700), fill=(210, 70, 40), width=9)
        d.line((x + 150, 700, x + 140, 660, x + 175, 655), fill=(60, 60, 64), width=9)
    person(d, 700, 560, (70, 110, 160))
    person(d, 880, 560, (150, 80, 80))
    return image


def booth(banner, handout):
    image, d = yard()
    building(d)
    d.rectangle((80, 330, 1280, 430), fill=(198, 38, 36))
    words(d, (680, 380), banner, 58, (255, 240, 200))
    for i, x in enumerate((300, 480, 690, 900, 1080)):
        person(d, x, 660, ((80, 96, 140), (150, 70, 70), (90, 130, 90), (120, 100, 70), (100, 80, 130))[i], 0.95)
    d.rectangle((220, 700, 1140, 850), fill=(60, 130, 90), outline=(40, 90, 60), width=5)
    words(d, (680, 775), handout, 52, (255, 255, 255), "kai")
    return image


def throwing():
    image, d = yard()
    for i, (name, colour) in enumerate((("可回收物", (38, 105, 186)), ("厨余垃圾", (58, 140, 70)), ("其他垃圾", (96, 98, 102)))):
        x = 480 + i * 280
        d.polygon([(x, 470), (x + 240, 470), (x + 220, 880), (x + 20, 880)], fill=colour)
        d.rounded_rectangle((x - 12, 436, x + 252, 484), 14, fill=tuple(v - 22 for v in colour))
        words(d, (x + 120, 660), name, 52, (255, 255, 255))
    person(d, 300, 700, (90, 110, 150), 1.5)
    d.line((350, 560, 560, 450), fill=(206, 170, 140), width=26)
    d.rectangle((540, 390, 620, 450), fill=(240, 240, 236), outline=(150, 150, 150), width=3)
    return image


def station(title):
    image, d = yard()
    d.polygon([(140, 240), (1220, 240), (1280, 330), (80, 330)], fill=(120, 130, 138))
    for x in (160, 1190):
        d.rectangle((x, 330, x + 20, 860), fill=(130, 136, 142))
    board(d, (200, 350, 1160, 560), (250, 252, 250))
    words(d, (680, 400), title, 54, (30, 110, 60))
    words(d, (680, 480), "先分类　再投放　投放时间 8:00—18:00", 40, (70, 70, 70), "kai")
    for i, (name, colour) in enumerate((("可回收物", (38, 105, 186)), ("有害垃圾", (196, 48, 44)), ("厨余垃圾", (58, 140, 70)), ("其他垃圾", (96, 98, 102)))):
        x = 220 + i * 240
        d.rectangle((x, 620, x + 200, 870), fill=colour)
        words(d, (x + 100, 740), name, 42, (255, 255, 255))
    return image
