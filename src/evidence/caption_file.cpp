#include "evidence/caption_file.h"

#include <set>

#include "evidence/folder/captions.h"
#include "evidence/folder/names.h"
#include "support/text.h"

namespace lvce {
namespace {

std::set<std::string> keys_of(const std::vector<std::string>& names) {
  std::set<std::string> keys;
  for (const std::string& name : names) {
    keys.insert(caption_key(name));
    keys.insert(caption_key(split_name(name).stem));
  }
  return keys;
}

/// The caption that the line gives to this file; nothing where it speaks of another, or of none.
std::optional<std::string> caption_of_line(const std::string& line, const std::set<std::string>& known, const std::string& name) {
  const std::vector<CaptionParting> partings = caption_partings(trim(line));
  const CaptionParting* best = best_parting(partings, known);
  if (best == nullptr) return std::nullopt;
  const std::string key = caption_key(best->name);
  if (key != caption_key(name) && key != caption_key(split_name(name).stem)) return std::nullopt;
  return best->caption;
}

}  // namespace

std::string with_caption(std::string_view text, const std::vector<std::string>& names, const std::string& name, const std::string& caption) {
  const std::set<std::string> known = keys_of(names);
  const std::string line = name + "：" + caption;
  std::string out;
  bool written = caption.empty();
  std::vector<std::string> lines = split(text, '\n');
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
  for (const std::string& each : lines) {
    if (!caption_of_line(each, known, name)) out += each + "\n";
    else if (!written) out += line + "\n";
    else continue;
    written = written || caption_of_line(each, known, name).has_value();
  }
  return written ? out : out + line + "\n";
}

std::string caption_in(std::string_view text, const std::vector<std::string>& names, const std::string& name) {
  const std::set<std::string> known = keys_of(names);
  for (const std::string& line : split(text, '\n')) {
    const auto caption = caption_of_line(line, known, name);
    if (caption && !caption->empty()) return *caption;
  }
  return "";
}

}  // namespace lvce
