// What is made of evidence files: the index, pages of photos, pages of text.
#include "compose/compose.h"
#include "compose/form.h"
#include "compose/form_blocks.h"
#include "compose/markdown.h"
#include "compose/vocabulary.h"

namespace lvce {
namespace {

constexpr std::size_t kDigestDigits = 16;

/// The index explains the marks: * from the document's properties, # from the photo.
std::string date_text(const EvidenceDate& date) {
  if (date.text.empty()) return {};
  if (date.origin == DateOrigin::document) return date.text + "*";
  if (date.origin == DateOrigin::exif) return date.text + "#";
  return date.text;
}

void describe(Scope& scope, const Assessment& assessment, const IndexedFile& indexed, std::size_t number) {
  const auto& files = assessment.dossier->evidence.files;
  static const EvidenceFile kNone;
  const EvidenceFile& file = indexed.file < files.size() ? files[indexed.file] : kNone;
  scope.set_whole("evidence.number", static_cast<std::int64_t>(number));
  scope.set("evidence.indicator", indexed.indicator);
  scope.set("evidence.title", file.title.empty() ? file.path : title_without_date(file));
  scope.set("evidence.date", date_text(file.date));
  if (indexed.pages > 0) {
    scope.set_whole("evidence.pages", indexed.pages);
  } else {
    scope.set("evidence.pages", "");
  }
  scope.set("evidence.target", indexed.same_as.empty() ? indexed.target : indexed.same_as);
  scope.set_flag("evidence.bound_elsewhere", !indexed.same_as.empty());
  scope.set("evidence.digest", file.sha256.substr(0, kDigestDigits));
  scope.set("evidence.path", file.path);
  scope.set_flag("evidence.refused", indexed.refused);
  scope.set("evidence.reason", file.reason);
  scope.set("evidence.remedy", file.remedy);
}

/// "2.2.4.2-1　水表照片（2021-03-05）"
std::string caption_of(const EvidenceFile& file, const std::string& indicator, std::size_t number) {
  const std::string words = file.caption.empty() ? file.title : file.caption;
  std::string caption = indicator + "-" + std::to_string(number);
  if (!words.empty()) caption += "　" + words;
  const bool dated = !file.date.text.empty() && !file.says_date && words.find(file.date.text) == std::string::npos;
  return dated ? caption + "（" + file.date.text + "）" : caption;
}

/// The place of a file among all of the indicator's files, from 1: photos of several runs are numbered on.
std::size_t number_among(const Assessment& assessment, const Indicator& indicator, std::size_t file, std::size_t otherwise) {
  for (const IndicatorResult& result : assessment.indicators) {
    if (result.indicator == nullptr || result.indicator->id != indicator.id) continue;
    std::size_t number = 0;
    for (const std::size_t at : result.evidence) {
      const bool picture = at < assessment.dossier->evidence.files.size() && assessment.dossier->evidence.files[at].format == EvidenceFormat::picture;
      if (picture) ++number;
      if (at == file) return number;
    }
  }
  return otherwise;
}

}  // namespace

Document compose_evidence_index(const Assessment& assessment, const std::vector<IndexedFile>& files, const Templates& templates) {
  Findings tried;  // compose_documents has reported them
  Vocabulary words = make_vocabulary(assessment);
  words.root.set_flag("evidence.any", !files.empty());
  words.collections["evidence"] = [&](const Scope& at) {
    std::vector<Scope> scopes;
    for (const IndexedFile& file : files) {
      scopes.emplace_back(&at);
      describe(scopes.back(), assessment, file, scopes.size());
    }
    return scopes;
  };
  return expand_form(templates, "sheets/evidence-index.yaml", words, tried);
}

Document compose_stand_in(const Assessment& assessment, const IndexedFile& file, const Templates& templates) {
  Findings tried;
  Vocabulary words;
  describe(words.root, assessment, file, 1);
  return expand_form(templates, "sheets/stand-in.yaml", words, tried);
}

Document compose_photos(const Assessment& assessment, const Indicator& indicator, const std::vector<std::size_t>& files) {
  Document document;
  document.kind = OutputKind::evidence;
  document.title = indicator.id;
  document.sections.emplace_back();
  PhotoPages pages;
  for (const std::size_t at : files) {
    if (at >= assessment.dossier->evidence.files.size()) continue;
    const EvidenceFile& file = assessment.dossier->evidence.files[at];
    Photo photo;
    photo.file_key = file.path;
    photo.pixel_width = file.pixel_width;
    photo.pixel_height = file.pixel_height;
    photo.caption = caption_of(file, indicator.id, number_among(assessment, indicator, at, pages.photos.size() + 1));
    photo.anchor = "file:" + std::to_string(at);
    pages.photos.push_back(std::move(photo));
  }
  document.sections.front().blocks.emplace_back(std::move(pages));
  return document;
}

Document compose_text_evidence(const EvidenceFile& file) {
  Document document;
  document.kind = OutputKind::evidence;
  document.title = file.title;
  Section& section = document.sections.emplace_back();
  Run title;
  title.text = file.title;
  const auto as_it_is = [](const std::string& literal, int) {
    Run run;
    run.text = literal;
    return std::vector<Run>{run};
  };
  if (file.format == EvidenceFormat::markdown) {
    read_markdown(file.text, {as_it_is, {}, "", &section.blocks, nullptr, nullptr});
  } else {
    Run all;
    all.text = file.text;
    add_paragraphs(section.blocks, ParagraphStyle::body, {all});
  }
  const auto* first = section.blocks.empty() ? nullptr : std::get_if<Paragraph>(&section.blocks.front());
  const bool titled = first != nullptr && first->style == ParagraphStyle::title;
  if (!titled && !file.title.empty()) {
    Paragraph heading;
    heading.style = ParagraphStyle::title;
    heading.runs.push_back(title);
    section.blocks.insert(section.blocks.begin(), heading);
  }
  return document;
}

}  // namespace lvce
