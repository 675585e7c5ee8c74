"""The public tools beside lvce, and the same text as they want it."""
from html import escape

from material import ROOT
from measure import run_once

BODY = "FandolFang"  # fonts/fang.ttf, found by way of fonts.conf


def font_environment(folder):
    """Lets them use the very faces that lvce uses."""
    conf = folder / "fonts.conf"
    conf.write_text(f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{ROOT / 'fonts'}</dir><cachedir>{folder / 'fontcache'}</cachedir></fontconfig>""")
    return {"FONTCONFIG_FILE": str(conf)}


STYLE = f"""@page {{ size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right {{ content: "— " counter(page) " —"; font-family: {BODY} }} }}
body {{ font: 16pt/28.99pt {BODY}; letter-spacing: -0.21pt; text-align: justify; margin: 0 }} p {{ margin: 0; text-indent: 2em }}
table {{ border-collapse: collapse; font-size: 10.5pt; line-height: 15pt; letter-spacing: 0 }} td, th {{ border: 0.5pt solid black; padding: 2pt }}"""


def html(body):
    return f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><style>{STYLE}</style></head><body>{body}</body></html>'


def html_paragraphs(texts):
    return html("".join(f"<p>{escape(text)}</p>\n" for text in texts))


def html_table(head, rows):
    line = lambda cells, tag: "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>\n"
    return html("<table><thead>" + line(head, "th") + "</thead><tbody>" + "".join(line(row, "td") for row in rows) + "</tbody></table>")


def flat_odt(texts):
    """Flat OpenDocument text on the same page."""
    names = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"' for short, full in
                     (("office", "office"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible")))
    font = f'style:font-name="F" style:font-name-asian="F" fo:font-size="16pt" style:font-size-asian="16pt" fo:letter-spacing="-0.21pt"'
    body = "".join(f'<text:p text:style-name="B">{escape(text)}</text:p>' for text in texts)
    return f"""<?xml version="1.0" encoding="UTF-8"?><office:document {names} xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="{BODY}"/></office:font-face-decls>
<office:styles><style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:line-height="28.99pt" fo:text-align="justify"
 fo:text-indent="32pt"/><style:text-properties {font}/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm"
 fo:margin-top="37mm" fo:margin-bottom="35mm" fo:margin-left="28mm" fo:margin-right="26mm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"/></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>"""


class Soffice:
    """LibreOffice with a profile of its own, started once before anything is measured: its first start does not count."""

    def __init__(self, folder):
        self.folder = folder
        seed = folder / "warm.txt"
        seed.write_text("warm", encoding="utf-8")
        run_once(self.to_pdf([seed]))

    def to_pdf(self, files):
        return ["soffice", f"-env:UserInstallation=file://{self.folder / 'profile'}", "--headless", "--convert-to", "pdf", "--outdir", self.folder / "soffice", *files]
