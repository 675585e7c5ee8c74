"""From a drawn scene to the bytes of a telephone's photo: grain, blur, vignette, EXIF with rotation, time and place."""
import io
import pathlib
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

FONTS = pathlib.Path(__file__).resolve().parents[2] / "fonts"
SIZE = (1360, 1020)


def font(size, face="hei"):
    return ImageFont.truetype(str(FONTS / f"{face}.ttf"), size)


def gradient(size, top, bottom):
    column = Image.new("RGB", (1, 64))
    for y in range(64):
        column.putpixel((0, y), tuple(a + (b - a) * y // 63 for a, b in zip(top, bottom)))
    return column.resize(size, Image.BICUBIC)


def scene(wall=((226, 224, 216), (204, 201, 192)), floor=((150, 146, 140), (176, 172, 165)), horizon=0.72, size=SIZE):
    """A wall above a floor."""
    image = gradient(size, *wall)
    y = int(size[1] * horizon)
    image.paste(gradient((size[0], size[1] - y), *floor), (0, y))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, y - 14, size[0], y), fill=tuple(v - 40 for v in wall[1]))
    return image, draw


def words(draw, xy, text, size, fill, face="hei", anchor="mm"):
    draw.text(xy, text, font=font(size, face), fill=fill, anchor=anchor)


def board(draw, box, fill, outline=(90, 90, 90), radius=10, shadow=9):
    x0, y0, x1, y1 = box
    draw.rounded_rectangle((x0 + shadow, y0 + shadow, x1 + shadow, y1 + shadow), radius, fill=(120, 118, 112))
    draw.rounded_rectangle(box, radius, fill=fill, outline=outline, width=3)


def grain(size, chance, strength):
    half = (size[0] // 2, size[1] // 2)
    planes = [Image.frombytes("L", half, chance.randbytes(half[0] * half[1])).filter(ImageFilter.GaussianBlur(0.7)).resize(size) for _ in range(3)]
    return Image.merge("RGB", planes).point(lambda v: 128 + (v - 128) * strength // 128)


def vignette(image, depth):
    mask = Image.new("L", (64, 48))
    for y in range(48):
        for x in range(64):
            r = ((x - 31.5) / 46) ** 2 + ((y - 23.5) / 34) ** 2
            mask.putpixel((x, y), max(0, min(255, int(255 - depth * r))))
    mask = mask.resize(image.size, Image.BICUBIC)
    return ImageChops.multiply(image, Image.merge("RGB", (mask,) * 3))


def lens(image, chance):
    """Held by hand: a slight turn, soft corners, uneven light, grain."""
    turned = image.rotate(chance.uniform(-1.6, 1.6), Image.BICUBIC)
    w, h = image.size
    margin = 26
    image = turned.crop((margin, margin, w - margin, h - margin)).resize((w, h), Image.BICUBIC)
    warm = chance.uniform(0.95, 1.04)
    image = Image.merge("RGB", [band.point(lambda v, f=f: min(255, int(v * f))) for band, f in zip(image.split(), (warm, 1.0, 2 - warm))])
    image = vignette(image, 58).filter(ImageFilter.GaussianBlur(0.8))
    return ImageChops.add(image, grain(image.size, chance, 10), 1, -128)


STORED_TURN = {1: 0, 3: 180, 6: 90, 8: 270}  # degrees anticlockwise that undo what the orientation asks for


def exif_of(moment, orientation, place):
    exif = Image.Exif()
    exif[0x010F] = "SAMPLE"
    exif[0x0110] = "Phone 1"
    exif[0x0112] = orientation
    exif[0x0132] = moment
    exif[0x8769] = {0x9003: moment, 0x9004: moment}
    if place:
        (lat, lon) = place
        parts = lambda v: (float(int(v)), float(int(v * 60 % 60)), round(v * 3600 % 60, 2))  # noqa: E731
        exif[0x8825] = {1: "N", 2: parts(lat), 3: "E", 4: parts(lon)}
    return exif


def photo(image, seed, moment, orientation=1, place=None, quality=54):
    """JPEG bytes. `image` is upright; it is stored turned where the orientation says so, as telephones do."""
    image = lens(image, random.Random(seed))
    if STORED_TURN[orientation]:
        image = image.rotate(STORED_TURN[orientation], expand=True)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, exif=exif_of(moment, orientation, place).tobytes())
    return out.getvalue()


def screenshot(image):
    out = io.BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()
