#include "compose/sample.h"
#include "paths.h"

#include "document/cell_text.h"

namespace lvce::sample {
namespace {

Points points(int whole) { return Points::from_hundredths(whole * 100); }
Decimal number(const char* text) { return *Decimal::parse(text); }

Indicator indicator(const std::string& id, const std::string& number, const std::string& text, int maximum) {
  Indicator made;
  made.id = id;
  made.printed_number = number;
  made.text = text;
  made.points = points(maximum);
  made.rule.kind = RuleKind::binary;
  return made;
}

Item item(const std::string& id, const std::string& name, int maximum, std::vector<Indicator> indicators) {
  Item made;
  made.id = id;
  made.name = name;
  made.points = points(maximum);
  made.indicators = std::move(indicators);
  return made;
}

void fill_rubric(Rubric& rubric) {
  rubric.id = "small-2021";
  rubric.title = "某省节约型机关创建自评表";
  rubric.issuer = "某省机关事务管理局";
  rubric.document_number = "某管发〔2021〕1号";
  rubric.total = points(15);
  rubric.pass = points(10);
  rubric.scores_form = "forms/shanxi-2021-scores.yaml";
  rubric.registration_form = "forms/shanxi-2021-contact.yaml";
  rubric.registration_name = "联系人信息表";
  const Item target = item("1.1", "节约能源资源管理", 9, {indicator("1.1.1", "", "完成年度指标，得9分。", 9)});
  const Item body = item("2.1", "管理机构", 3, {indicator("2.1.1", "1", "明确组织机构，得1分。", 1), indicator("2.1.2", "2", "明确职责，得2分。", 2)});
  const Item rules = item("2.2", "管理制度", 3, {indicator("2.2.1", "1.1", "制定实施方案，得3分。", 3)});
  rubric.units = {{"1", "强化目标管理", points(9), {}, {target}}, {"2", "完善制度体系", points(6), {}, {body, rules}}};
}

void fill_unit(UnitInfo& unit) {
  unit.items = {{"单位名称", "某省示例局"},
                {"创建联系人", "联络员甲"},
                {"联系人职务", "科长"},
                {"办公电话", "0000-1234567"},
                {"单位基本情况", "示例局为正厅级单位。\n内设6个处室。"},
                {"创建工作开展情况", "成立专班。"},
                {"特色做法", "光盘行动。"},
                {"存在问题", "计量不细。"}};
}

EvidenceFile file(const std::string& path, const std::string& id, const std::string& title) {
  EvidenceFile made;
  made.path = path;
  made.indicators = {id};
  made.title = title;
  made.format = EvidenceFormat::pdf;
  made.sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  return made;
}

void fill_dossier(Dossier& dossier) {
  dossier.workbook.file = "台账.xlsx";
  fill_unit(dossier.workbook.unit);
  SelfScore score;
  score.indicator = "2.2.1";
  score.note = "方案尚未印发";
  score.department = "综合处";
  score.person = "经办人乙";
  score.due = "9月30日";
  dossier.workbook.scores = {score};
  dossier.evidence.exists = true;
  dossier.evidence.files = {file("2.1.1 通知.pdf", "2.1.1", "成立领导小组的通知"), file("2.1.2 职责.pdf", "2.1.2", "职责分工")};
  dossier.evidence.files[1].date = {"2021-03-05", DateOrigin::title};
}

CarrierYear used(const std::string& quantity, const char* kgce, const char* carbon) {
  CarrierYear made;
  made.used = true;
  made.quantity = number(quantity.c_str());
  if (kgce != nullptr) made.kgce = number(kgce);
  if (carbon != nullptr) made.carbon_t = number(carbon);
  return made;
}

/// Electricity 12 × `monthly` kWh, petrol 1000 L of which 400 L official, water 1200 m³; 2000 m², 100 people, 5 vehicles of which 2 official.
/// kgce: kWh × 0.1229 + 1000 × 1.4714 × 0.73; carbon: kWh × 0.0007 + 1000 × 0.002179.
YearFigures year_of(int year, int monthly) {
  YearFigures made;
  made.year = year;
  const Decimal kwh(monthly * 12);
  CarrierYear electricity;
  electricity.used = true;
  electricity.quantity = kwh;
  electricity.kgce = kwh * number("0.1229");
  electricity.carbon_t = kwh * number("0.0007");
  for (int month = 1; month <= 12; ++month) electricity.months.emplace_back(month, Decimal(monthly));
  made.carriers[Carrier::electricity] = electricity;
  made.carriers[Carrier::petrol] = used("1000", "1074.122", "2.179");
  made.carriers[Carrier::official_petrol] = used("400", "429.6488", "0.8716");
  made.carriers[Carrier::water] = used("1200", nullptr, nullptr);
  made.area_m2 = Decimal(2000);
  made.energy_users = Decimal(100);
  made.water_users = Decimal(100);
  made.vehicles = Decimal(5);
  made.official_vehicles = Decimal(2);
  made.total_kgce = *electricity.kgce + number("1074.122");
  made.building_kgce = *made.total_kgce - number("429.6488");
  made.official_vehicle_kgce = number("429.6488");
  made.carbon_t = *electricity.carbon_t + number("2.179");
  made.building_carbon_t = *made.carbon_t - number("0.8716");
  made.water_m3 = Decimal(1200);
  made.per_capita_kgce = made.total_kgce->divided_by(100);
  made.per_area_kgce = made.building_kgce->divided_by(2000);
  made.per_capita_water_m3 = Decimal(12);
  made.per_area_carbon_kg = (*made.building_carbon_t * Decimal(1000)).divided_by(2000);
  made.per_capita_kwh = kwh.divided_by(100);
  made.per_area_kwh = kwh.divided_by(2000);
  made.litres_per_vehicle = Decimal(200);
  made.litres_per_official_vehicle = Decimal(200);
  return made;
}

Factor factor(const char* name, const char* value, const char* unit, const char* sureness) {
  Factor made;
  made.name = name;
  made.value = number(value);
  made.unit = unit;
  made.year = "2020";
  made.source = "某标准";
  made.sureness = sureness;
  return made;
}

void fill_factors(FactorSet& set) {
  set.id = "small";
  set.title = "某标准煤系数";
  set.carbon_title = "某碳排放因子";
  set.coal[Carrier::electricity] = factor("电", "0.1229", "kgce/kWh", "C");
  set.coal[Carrier::petrol] = factor("汽油", "1.4714", "kgce/kg", "C");
  set.coal[Carrier::lpg] = factor("液化石油气", "1.7143", "kgce/kg", "N");
  set.density[Carrier::petrol] = factor("汽油密度", "0.73", "kg/L", "C");
  set.multiplier[Carrier::petrol] = number("0.73");
  set.multiplier[Carrier::electricity] = Decimal(1);
  set.carbon[Carrier::electricity] = factor("电网（某省）", "0.0007", "tCO2/kWh", "C");
  set.carbon[Carrier::petrol] = factor("汽油", "0.002179", "tCO2/L", "C");
  set.remarks = {"电网因子取2021年某省平均值。"};
}

void fill_energy(EnergyReport& energy) {
  fill_factors(energy.factors);
  energy.energy_year = 2020;
  energy.base_year = 2019;
  energy.years[2019] = year_of(2019, 10000);
  energy.years[2020] = year_of(2020, 9000);
  TargetResult target;
  target.metric = kPerCapitaEnergy;
  target.required_pct = number("1.4");
  target.base = energy.years[2019].per_capita_kgce;
  target.actual = energy.years[2020].per_capita_kgce;
  target.change_pct = *(*target.actual - *target.base).divided_by(*target.base) * Decimal(100);
  target.met = *target.change_pct <= -*target.required_pct ? Met::yes : Met::no;
  energy.targets = {target};
}

void fill_results(Office& office) {
  Assessment& assessment = office.assessment;
  const int claims[] = {9, 1, 2, 0};
  std::size_t at = 0;
  for (const Unit& unit : office.rubric.units) {
    Points unit_sum;
    for (const Item& item : unit.items) {
      Points item_sum;
      for (const Indicator& one : item.indicators) {
        IndicatorResult result;
        result.indicator = &one;
        result.claimed = points(claims[at++]);
        result.supported = result.claimed;
        result.status = result.claimed == Points() ? Status::missing : Status::complete;
        item_sum += result.claimed;
        assessment.indicators.push_back(result);
      }
      assessment.items.push_back({item.id, item_sum, item_sum});
      unit_sum += item_sum;
    }
    assessment.units.push_back({unit.id, unit_sum, unit_sum});
    assessment.claimed += unit_sum;
    assessment.supported += unit_sum;
  }
}

}  // namespace

void fill(Office& office) {
  fill_rubric(office.rubric);
  fill_dossier(office.dossier);
  Assessment& assessment = office.assessment;
  assessment.rubric = &office.rubric;
  assessment.dossier = &office.dossier;
  assessment.years = {2021, 2020, 2019, 2020};
  assessment.paper_date = "2021-10-12";
  fill_energy(assessment.energy);
  fill_results(office);
  assessment.indicators[1].evidence = {0};
  assessment.indicators[2].evidence = {1};
  assessment.indicators[3].stated = &office.dossier.workbook.scores[0];
  assessment.indicators[3].owner = "综合处";
  assessment.findings = {Finding::missing("evidence-missing", at_indicator("2.2.1"), "没有佐证材料", "请提供实施方案").by("综合处"),
                         Finding::note("note", in_file("台账.xlsx"), "说明一句")};
}

Templates templates() { return {std::string(kSourceFolder) + "/templates"}; }

namespace {

void add_runs(std::string& text, const std::vector<Run>& runs) {
  for (const Run& run : runs) text += run.text;
}

struct TextOfBlock {
  std::string& text;
  void operator()(const Paragraph& paragraph) const { add_runs(text, paragraph.runs); }
  void operator()(const Table& table) const {
    text += table.title + "\n" + table.unit_line + "|" + table.unit_line_right + "\n";
    for (const TableRow& row : table.rows) {
      for (const TableCell& cell : row.cells) text += cell_text(cell.value) + " | ";
      text += "\n";
    }
  }
  void operator()(const Chart& chart) const { text += "[" + chart.title + "]"; }
  void operator()(const Signature& signature) const { text += signature.name + "\n" + signature.date; }
  void operator()(const PhotoPages& pages) const {
    for (const Photo& photo : pages.photos) text += photo.caption + "\n";
  }
  void operator()(const Contents& contents) const {
    for (const ContentsEntry& entry : contents.entries) text += entry.text + "\n";
  }
  void operator()(const PageBreak&) const {}
  void operator()(const Space&) const {}
};

template <typename Visit>
void each_table(const Document& document, Visit visit) {
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      if (const auto* table = std::get_if<Table>(&block)) visit(*table);
    }
  }
}

}  // namespace

std::string text_of(const Document& document) {
  std::string text;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      std::visit(TextOfBlock{text}, block);
      text += "\n";
    }
  }
  return text;
}

const Table* find_table(const Document& document, const std::string& words) {
  const Table* found = nullptr;
  each_table(document, [&](const Table& table) {
    if (found == nullptr && table.title.find(words) != std::string::npos) found = &table;
  });
  return found;
}

const TableCell* find_cell(const Document& document, const std::string& name) {
  const TableCell* found = nullptr;
  each_table(document, [&](const Table& table) {
    for (const TableRow& row : table.rows) {
      for (const TableCell& cell : row.cells) {
        if (cell.name == name) found = &cell;
      }
    }
  });
  return found;
}

}  // namespace lvce::sample
