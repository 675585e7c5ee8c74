#include "bind/pdf/carried.h"

#include <algorithm>
#include <map>
#include <set>

namespace lvce {
namespace {

using Keys = std::map<std::string_view, Carried>;

constexpr int kPlainDepth = 8;

Keys plain(std::initializer_list<std::string_view> names, Keys others = {}) {
  for (const std::string_view name : names) others.emplace(name, Carried::plain);
  return others;
}

const Keys& stream_keys() {
  static const Keys keys = plain({"/Length", "/Filter"}, {{"/DecodeParms", Carried::parameters}});
  return keys;
}

Keys font_keys() {
  return plain({"/Type", "/Subtype", "/BaseFont", "/Name", "/FirstChar", "/LastChar", "/Widths", "/FontBBox", "/FontMatrix", "/DW", "/W", "/DW2", "/W2"},
               {{"/FontDescriptor", Carried::descriptor},
                {"/Encoding", Carried::encoding},
                {"/ToUnicode", Carried::encoding},
                {"/DescendantFonts", Carried::descendants},
                {"/CharProcs", Carried::characters},
                {"/Resources", Carried::resources},
                {"/CIDSystemInfo", Carried::system},
                {"/CIDToGIDMap", Carried::data}});
}

Keys descriptor_keys() {
  return plain({"/Type",    "/FontName",  "/FontFamily", "/FontStretch", "/FontWeight", "/Flags",    "/FontBBox", "/ItalicAngle",  "/Ascent",  "/Descent",
                "/Leading", "/CapHeight", "/XHeight",    "/StemV",       "/StemH",      "/AvgWidth", "/MaxWidth", "/MissingWidth", "/CharSet", "/Lang"},
               {{"/FontFile", Carried::program}, {"/FontFile2", Carried::program}, {"/FontFile3", Carried::program}, {"/CIDSet", Carried::data}});
}

Keys state_keys() {
  return plain({"/Type", "/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/OP", "/op", "/OPM", "/FL", "/SM", "/SA", "/BM", "/CA", "/ca", "/AIS", "/TK"},
               {{"/Font", Carried::state_font},
                {"/SMask", Carried::soft_mask},
                {"/TR", Carried::function},
                {"/TR2", Carried::function},
                {"/BG", Carried::function},
                {"/BG2", Carried::function},
                {"/UCR", Carried::function},
                {"/UCR2", Carried::function}});
}

Keys xobject_keys() {
  return plain({"/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Width", "/Height", "/BitsPerComponent", "/Intent", "/ImageMask", "/Decode",
                "/Interpolate", "/SMaskInData", "/Matte"},
               {{"/Resources", Carried::resources},
                {"/Group", Carried::group},
                {"/ColorSpace", Carried::space},
                {"/Mask", Carried::mask},
                {"/SMask", Carried::mask},
                {"/OC", Carried::layer}});
}

Keys function_keys() {
  return plain({"/FunctionType", "/Domain", "/Range", "/Size", "/BitsPerSample", "/Order", "/Encode", "/Decode", "/C0", "/C1", "/N", "/Bounds"},
               {{"/Functions", Carried::function}});
}

Keys shading_keys() {
  return plain({"/ShadingType", "/Background", "/BBox", "/AntiAlias", "/Domain", "/Matrix", "/Coords", "/Extend", "/BitsPerCoordinate", "/BitsPerComponent",
                "/BitsPerFlag", "/Decode", "/VerticesPerRow"},
               {{"/ColorSpace", Carried::space}, {"/Function", Carried::function}});
}

Keys pattern_keys() {
  return plain({"/Type", "/PatternType", "/PaintType", "/TilingType", "/BBox", "/XStep", "/YStep", "/Matrix"},
               {{"/Resources", Carried::resources}, {"/Shading", Carried::shading}, {"/ExtGState", Carried::state}});
}

Keys resource_keys() {
  return {{"/ExtGState", Carried::states}, {"/ColorSpace", Carried::spaces}, {"/Pattern", Carried::patterns}, {"/Shading", Carried::shadings},
          {"/XObject", Carried::xobjects}, {"/Font", Carried::fonts},        {"/ProcSet", Carried::plain},    {"/Properties", Carried::properties}};
}

Keys parameter_keys() {
  return plain({"/Predictor", "/Colors", "/BitsPerComponent", "/Columns", "/EarlyChange", "/K", "/EndOfLine", "/EncodedByteAlign", "/Rows", "/EndOfBlock",
                "/BlackIs1", "/DamagedRowsBeforeError", "/ColorTransform"},
               {{"/JBIG2Globals", Carried::data}});
}

/// Of dictionaries whose keys are the standard's.
const Keys& keys_of(Carried kind) {
  static const Keys none;
  static const std::map<Carried, Keys> all = {
      {Carried::holder, {{"/Resources", Carried::resources}, {"/Contents", Carried::contents}, {"/Group", Carried::group}}},
      {Carried::resources, resource_keys()},
      {Carried::group, plain({"/Type", "/S", "/I", "/K"}, {{"/CS", Carried::space}})},
      {Carried::font, font_keys()},
      {Carried::descriptor, descriptor_keys()},
      {Carried::encoding,
       plain({"/Type", "/BaseEncoding", "/Differences", "/CMapName", "/WMode"}, {{"/CIDSystemInfo", Carried::system}, {"/UseCMap", Carried::encoding}})},
      {Carried::program, plain({"/Subtype", "/Length1", "/Length2", "/Length3"})},
      {Carried::system, plain({"/Registry", "/Ordering", "/Supplement"})},
      {Carried::state, state_keys()},
      {Carried::soft_mask, plain({"/Type", "/S", "/BC"}, {{"/G", Carried::xobject}, {"/TR", Carried::function}})},
      {Carried::function, function_keys()},
      {Carried::calibration, plain({"/WhitePoint", "/BlackPoint", "/Gamma", "/Matrix", "/Range"})},
      {Carried::profile, plain({"/N", "/Range"}, {{"/Alternate", Carried::space}})},
      {Carried::pattern, pattern_keys()},
      {Carried::shading, shading_keys()},
      {Carried::xobject, xobject_keys()},
      {Carried::mask, xobject_keys()},
      {Carried::parameters, parameter_keys()},
      {Carried::layer, plain({"/MCID", "/ActualText", "/Alt", "/E", "/Lang"})},
  };
  const auto found = all.find(kind);
  return found == all.end() ? none : found->second;
}

/// Of dictionaries whose keys are the file's own names.
std::optional<Carried> named_kind(Carried kind) {
  switch (kind) {
    case Carried::fonts: return Carried::font;
    case Carried::states: return Carried::state;
    case Carried::spaces: return Carried::space;
    case Carried::patterns: return Carried::pattern;
    case Carried::shadings: return Carried::shading;
    case Carried::xobjects: return Carried::xobject;
    case Carried::properties: return Carried::layer;
    case Carried::characters: return Carried::contents;
    default: return std::nullopt;
  }
}

/// What stands in a colour space's array, by its family; more is not carried (the attributes of /DeviceN only refine it).
std::vector<Carried> space_parts(PdfObject array) {
  PdfObject family = array.getArrayNItems() > 0 ? array.getArrayItem(0) : PdfObject::newNull();
  const std::string name = family.isName() ? family.getName() : std::string();
  if (name == "/ICCBased") return {Carried::plain, Carried::profile};
  if (name == "/Indexed" || name == "/I") return {Carried::plain, Carried::space, Carried::plain, Carried::lookup};
  if (name == "/Separation" || name == "/DeviceN") return {Carried::plain, Carried::plain, Carried::space, Carried::function};
  if (name == "/Pattern") return {Carried::plain, Carried::space};
  return {Carried::plain, Carried::calibration};
}

std::vector<Carried> array_parts(PdfObject array, Carried kind) {
  if (kind == Carried::space) return space_parts(array);
  if (kind == Carried::state_font) return {Carried::font, Carried::plain};
  const Carried each = kind == Carried::descendants ? Carried::font : kind == Carried::mask ? Carried::plain : kind;
  return std::vector<Carried>(static_cast<std::size_t>(array.getArrayNItems()), each);
}

bool is_plain_value(PdfObject value, int depth = 0) {
  if (value.isDictionary() || value.isStream() || depth == kPlainDepth) return false;
  if (!value.isArray()) return true;
  const std::vector<PdfObject> items = value.getArrayAsVector();
  return std::all_of(items.begin(), items.end(), [&](const PdfObject& item) { return is_plain_value(item, depth + 1); });
}

bool is_drawn(PdfObject object) {
  if (!object.isStream() || object.getDict().hasKey("/Subtype2")) return false;
  PdfObject kind = object.getDict().getKey("/Subtype");
  return kind.isNameAndEquals("/Form") || kind.isNameAndEquals("/Image");
}

std::vector<CarriedValue> keep_items(PdfObject array, Carried kind) {
  std::vector<CarriedValue> kept;
  const std::vector<Carried> parts = array_parts(array, kind);
  while (static_cast<std::size_t>(array.getArrayNItems()) > parts.size()) array.eraseItem(array.getArrayNItems() - 1);
  for (int i = 0; i < array.getArrayNItems(); ++i) {
    PdfObject item = array.getArrayItem(i);
    const Carried part = parts[static_cast<std::size_t>(i)];
    if (!is_carried(item, part)) array.setArrayItem(i, PdfObject::newNull());
    else if (part != Carried::plain) kept.push_back({item, part});
  }
  return kept;
}

std::optional<Carried> kind_under(const std::string& key, Carried kind, bool in_stream) {
  if (const std::optional<Carried> named = named_kind(kind)) return named;
  const Keys& own = keys_of(kind);
  if (const auto found = own.find(key); found != own.end()) return found->second;
  const auto found = stream_keys().find(key);
  return in_stream && found != stream_keys().end() ? std::optional(found->second) : std::nullopt;
}

}  // namespace

bool is_carried(PdfObject value, Carried kind) {
  if (kind == Carried::plain) return is_plain_value(value);
  if (value.isPageObject() || value.isPagesObject()) return false;
  if (kind == Carried::xobject) return is_drawn(value);
  if (kind == Carried::lookup) return value.isString() || value.isStream();
  return !value.isString();
}

std::vector<CarriedValue> keep_carried(PdfObject object, Carried kind) {
  if (object.isArray()) return keep_items(object, kind);
  std::vector<CarriedValue> kept;
  if (!object.isDictionary() && !object.isStream()) return kept;
  PdfObject dictionary = object.isStream() ? object.getDict() : object;
  for (auto& [key, value] : dictionary.getDictAsMap()) {
    const std::optional<Carried> below = kind_under(key, kind, object.isStream());
    if (!below || !is_carried(value, *below)) dictionary.removeKey(key);
    else if (*below != Carried::plain) kept.push_back({value, *below});
  }
  return kept;
}

}  // namespace lvce
