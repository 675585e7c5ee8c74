"""Pictures with and without seals, the same each time: to measure what `evidence/seals` finds (bench.py's part `seals`).

Seals: round and oval, fresh and faded, over text, beside a red letterhead, turned, on white, grey and yellowed paper, 75 to 300 dpi, noisy JPEGs.
None: letters with red heads and red lines, red tables and headlines, flags, banners, lanterns, prohibition signs, brick walls, plain letters.
"""
import io
import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from material import ROOT, paragraphs

FACE = lambda name, pixels: ImageFont.truetype(str(ROOT / "fonts" / name), max(4, round(pixels)))
PAPERS = ((255, 255, 255), (244, 244, 244), (225, 225, 228), (250, 243, 222), (238, 226, 196), (252, 250, 240))
REDS = ((214, 28, 38), (230, 40, 40), (190, 20, 40), (235, 60, 70), (205, 30, 60))


def seal(choice, millimetre, oval=False):
    """The ink of a seal as a mask: ring, words along it, star or a line of words."""
    long, short = (45, 30) if oval else (choice.choice((38, 40, 42, 45, 50)),) * 2
    size = lambda mm: mm * millimetre * 4  # drawn four times as large
    mask = Image.new("L", (round(size(long + 4)), round(size(short + 4))), 0)
    pen = ImageDraw.Draw(mask)
    centre, half = (mask.width / 2, mask.height / 2), (size(long) / 2, size(short) / 2)
    pen.ellipse((centre[0] - half[0], centre[1] - half[1], centre[0] + half[0], centre[1] + half[1]), outline=255, width=max(1, round(size(choice.choice((1.0, 1.2))))))
    words = "示例市机关事务管理局办公室财务专用章"[: choice.randint(8, 12)]
    face = FACE("song.ttf", size(5 if oval else 6))
    for at, character in enumerate(words):
        angle = math.radians(205 + 130 * at / (len(words) - 1)) if not oval else math.radians(190 + 160 * at / (len(words) - 1))
        x, y = centre[0] + (half[0] - size(5)) * math.cos(angle), centre[1] + (half[1] - size(5)) * math.sin(angle)
        letter = Image.new("L", (round(size(8)), round(size(8))), 0)
        ImageDraw.Draw(letter).text((letter.width / 2, letter.height / 2), character, 255, face, anchor="mm")
        letter = letter.rotate(-math.degrees(angle) - 90, Image.BICUBIC)
        mask.paste(255, (round(x - letter.width / 2), round(y - letter.height / 2)), letter)
    if oval or choice.random() < 0.2:
        pen.text((centre[0], centre[1] + size(2)), "财务专用章", 255, FACE("song.ttf", size(5)), anchor="mm")
    else:
        star = [(centre[0] + size(7 if k % 2 == 0 else 2.7) * math.sin(math.pi * k / 5), centre[1] - size(7 if k % 2 == 0 else 2.7) * math.cos(math.pi * k / 5)) for k in range(10)]
        pen.polygon(star, fill=255)
    turned = mask.rotate(choice.uniform(-40, 40) if choice.random() < 0.5 else choice.uniform(-4, 4), Image.BICUBIC, expand=True)
    return turned.resize((turned.width // 4, turned.height // 4), Image.LANCZOS)


def worn(choice, mask, how):
    """Ink that did not take everywhere: patches that are lighter."""
    patches = Image.effect_noise((8, 8), 120).resize(mask.size, Image.BICUBIC).point(lambda v: 255 if v > 100 else round(255 * how))
    return Image.composite(mask, mask.point(lambda v: round(v * how)), patches.point(lambda v: 255 if v > 200 else 0))


def stamped(choice, page, mask, place, colour, strength):
    """Multiplied, as ink lies on paper."""
    ink = Image.new("RGB", page.size, (255, 255, 255))
    ink.paste(colour, place, mask.point(lambda v: round(v * strength)))
    return ImageChops.multiply(page, ink)


def letter(choice, dpi, head=False, paper=None):
    page = Image.new("RGB", (round(8.27 * dpi), round(11.69 * dpi)), paper or choice.choice(PAPERS))
    pen, mm = ImageDraw.Draw(page), dpi / 25.4
    if head:
        red = choice.choice(REDS)
        words = choice.choice(("示例市机关事务管理局文件", "示例市人民政府办公室", "某某县财政局文件", "国 务 院 文 件"))
        pen.text((page.width / 2, 45 * mm), words, red, FACE("song-bold.ttf", min(22, 150 / len(words)) * mm), anchor="mm")
        pen.line((28 * mm, 75 * mm, page.width - 26 * mm, 75 * mm), fill=red, width=max(1, round(0.7 * mm)))
        if choice.random() < 0.4:
            pen.text((page.width / 2, 75 * mm), "★", red, FACE("letters.ttf", 9 * mm), anchor="mm")
    text = "".join(paragraphs(900, choice.randint(0, 10 ** 6)))
    for row in range(choice.randint(8, 17)):
        pen.text((28 * mm, (88 + row * 10) * mm), text[row * 28:row * 28 + 28], (25, 25, 28), FACE("fang.ttf", 5.6 * mm))
    return page


def as_scanned(choice, page, quality=None):
    page = page.rotate(choice.uniform(-1, 1), Image.BICUBIC, fillcolor=page.getpixel((2, 2)))
    if choice.random() < 0.6:
        page = page.filter(ImageFilter.GaussianBlur(choice.uniform(0.2, 0.8)))
    noise = Image.effect_noise(page.size, choice.choice((8, 20, 40))).convert("RGB")
    page = Image.blend(page, noise, choice.choice((0, 0.04, 0.08)))
    packed = io.BytesIO()
    page.save(packed, "JPEG", quality=quality or choice.choice((50, 70, 85)))
    return packed.getvalue()


def with_seal(choice):
    dpi = choice.choice((75, 100, 150, 200, 300))
    page, mm = letter(choice, dpi, head=choice.random() < 0.4), dpi / 25.4
    for _ in range(choice.choice((1, 1, 1, 2))):
        mask = seal(choice, mm, oval=choice.random() < 0.25)
        if choice.random() < 0.4:
            mask = worn(choice, mask, choice.uniform(0.35, 0.7))
        place = (round(choice.uniform(30, 140) * mm), round(choice.choice((choice.uniform(95, 180), choice.uniform(200, 235))) * mm))
        page = stamped(choice, page, mask, place, choice.choice(REDS), choice.choice((0.28, 0.45, 0.7, 0.9, 1)))
    if choice.random() < 0.2:  # photographed: dark table around, warm light
        table = Image.new("RGB", (round(page.width * 1.25), round(page.height * 1.2)), (92, 70, 52))
        table.paste(page, (round(page.width * 0.12), round(page.height * 0.1)))
        page = Image.merge("RGB", [band.point(lambda v, by=by: round(v * by)) for band, by in zip(table.split(), (0.95, 0.88, 0.75))])
    return as_scanned(choice, page)


def scene(choice):
    """Red things in photos."""
    page = Image.new("RGB", (1200, 900), choice.choice(((150, 180, 210), (200, 200, 190), (120, 140, 110))))
    pen = ImageDraw.Draw(page)
    for _ in range(40):
        x, y, d = choice.uniform(0, 1200), choice.uniform(0, 900), choice.uniform(20, 200)
        grey = choice.randint(60, 200)
        pen.rectangle((x, y, x + d, y + d / 2), fill=(grey, grey, choice.randint(60, 200)))
    kind = choice.choice(("flag", "banner", "lantern", "sign", "board", "people"))
    red = choice.choice(REDS)
    if kind == "flag":
        pen.rectangle((300, 200, 800, 530), fill=red)
        pen.text((400, 300), "★", (250, 220, 60), FACE("letters.ttf", 150), anchor="mm")
    elif kind == "banner":
        pen.rectangle((60, 120, 1140, 240), fill=red)
        pen.text((600, 180), "节约用能从我做起宣传周活动", (255, 250, 235), FACE("hei.ttf", 80), anchor="mm")
    elif kind == "lantern":
        for x in (200, 600, 950):
            pen.ellipse((x, 150, x + 150, 290), fill=red)
    elif kind == "sign":
        pen.ellipse((480, 250, 720, 490), fill=(250, 250, 250))
        pen.ellipse((480, 250, 720, 490), outline=red, width=28)
        pen.line((520, 290, 680, 450), fill=red, width=26)
    elif kind == "board":
        pen.rectangle((150, 120, 1050, 780), fill=(248, 248, 245))
        pen.text((600, 190), "节能宣传栏", red, FACE("hei.ttf", 90), anchor="mm")
        for row in range(6):
            pen.text((220, 280 + row * 70), "合理设置空调温度减少浪费", choice.choice((red, (30, 30, 30))), FACE("fang.ttf", 50))
    else:
        for x in range(100, 1100, 180):
            pen.ellipse((x, 300, x + 90, 400), fill=(225, 180, 150))
            pen.rectangle((x - 20, 400, x + 110, 700), fill=choice.choice((red, (40, 50, 90))))
    return as_scanned(choice, page)


def red_paper(choice):
    """Papers with red that is no seal."""
    dpi = choice.choice((75, 100, 150, 200))
    mm = dpi / 25.4
    kind = choice.choice(("head", "head", "plain", "table", "headline", "round"))
    page = letter(choice, dpi, head=kind == "head")
    pen, red = ImageDraw.Draw(page), choice.choice(REDS)
    if kind == "table":
        for row in range(9):
            pen.line((30 * mm, (110 + row * 12) * mm, 180 * mm, (110 + row * 12) * mm), fill=red, width=max(1, round(0.4 * mm)))
        for column in range(6):
            pen.line(((30 + column * 30) * mm, 110 * mm, (30 + column * 30) * mm, 206 * mm), fill=red, width=max(1, round(0.4 * mm)))
    elif kind == "headline":
        for row in range(3):
            pen.text((page.width / 2, (100 + row * 30) * mm), choice.choice(("禁止吸烟", "回国团圆", "光荣之家", "口口相传")), red, FACE("song-bold.ttf", 26 * mm), anchor="mm")
    elif kind == "round":  # a corrector's rings and ticks, a round dot
        pen.ellipse((100 * mm, 120 * mm, 116 * mm, 132 * mm), outline=red, width=max(1, round(0.6 * mm)))
        pen.ellipse((60 * mm, 220 * mm, 90 * mm, 250 * mm), fill=red)
        pen.line((120 * mm, 200 * mm, 130 * mm, 214 * mm, 150 * mm, 190 * mm), fill=red, width=max(1, round(0.8 * mm)))
    return as_scanned(choice, page)


def pictures(each=120, seed=11):
    """(name, JPEG bytes, whether there is a seal)."""
    choice = random.Random(seed)
    random.seed(seed)
    for number in range(each):
        yield f"章{number:03d}", with_seal(choice), True
    for number in range(each):
        yield f"无{number:03d}", (scene if number % 2 else red_paper)(choice), False
