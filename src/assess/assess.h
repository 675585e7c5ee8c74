// Rubric × dossier → points, states, gates, verdict.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "energy/energy.h"
#include "office/dossier.h"
#include "rubric/model.h"
#include "support/finding.h"

namespace lvce {

enum class Status { not_applicable, assessor, computed, missing, defective, complete };
std::string_view status_name(Status status);  ///< "not_applicable" …: as in result.json

struct DemandResult {
  const Demand* demand = nullptr;
  bool waived = false;             ///< filtered by a condition on the unit, or the indicator is not stated
  int accepted = 0;                ///< files accepted for it
  bool tried = false;              ///< files are there that were meant for it, accepted or not
  std::vector<std::size_t> files;  ///< indexes into EvidenceFolder::files that were accepted
};

struct IndicatorResult {
  const Indicator* indicator = nullptr;
  const SelfScore* stated = nullptr;      ///< nullptr: no row, or two rows with this number
  std::optional<Points> rule_points;      ///< nothing where 完成情况 is invalid or open
  std::optional<Points> evidence_points;  ///< nothing: no limit
  Points claimed;
  Points supported;
  Status status = Status::missing;
  std::string explanation;  ///< Chinese: how the points came about ("3 项 × 1 分，最高 5 分")
  std::vector<DemandResult> demands;
  std::vector<std::size_t> evidence;  ///< all files assigned to it, in order
  std::string owner;                  ///< 责任科室
};

/// For paper: 不适用, 由主管部门评价, 程序计算, 缺项, 有问题, 齐全; complete but not supporting the claim: 材料不足 or 自评偏高; 未申报: nothing is
/// claimed.
std::string_view status_label(const IndicatorResult& result);

struct GateResult {
  const Gate* gate = nullptr;
  Met met = Met::unknown;
  std::string why;
};

enum class Verdict { pass, fail, undetermined, none };

struct ItemTotal {
  std::string id;
  Points claimed;
  Points supported;
};

struct Assessment {
  // Borrowed: the rubric and dossier must outlive the assessment.
  const Rubric* rubric = nullptr;
  const Dossier* dossier = nullptr;
  EnergyReport energy;
  Years years;
  std::vector<IndicatorResult> indicators;  ///< printed order
  std::vector<ItemTotal> items;
  std::vector<ItemTotal> units;
  Points claimed;
  Points supported;
  std::vector<GateResult> gates;
  Verdict verdict = Verdict::undetermined;
  Findings findings;       ///< everything, all stages, sorted for the reader
  std::string paper_date;  ///< 填报日期 or --date as 2021-10-12; empty: left blank
  bool complete() const { return is_complete(findings); }
};

/// The one way in for findings of later stages: each gets its owner where its indicator has one, and all stay in order.
void add_findings(Assessment& assessment, Findings later);

/// Judges. `so_far` are the findings of earlier stages; they end in Assessment::findings, each with its owner where its indicator has
/// one. Evidence files that turn out undated, uncaptioned … become bound_with_warning in the dossier; nothing else of it changes.
Assessment assess(const Rubric& rubric, Dossier& dossier, EnergyReport energy, Years years, Findings so_far);

}  // namespace lvce
