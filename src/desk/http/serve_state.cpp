// How the unit stands: what check says, what the page shows, and waiting for the next change.
#include <atomic>
#include <charconv>

#include "desk/http/exchange.h"
#include "desk/steps/steps.h"
#include "desk/units.h"
#include "rubric/rubric.h"
#include "support/files.h"

namespace lvce {
namespace {

constexpr int kWaitSeconds = 25;

DeskJson start_view(const DeskRoom& room) {
  DeskJson rubrics = DeskJson::array();
  for (const Rubric& rubric : list_rubrics(data_folder())) rubrics.push_back({{"id", rubric.id}, {"title", rubric.title}, {"issuer", rubric.issuer}});
  return {{"folder", room.options().folder.filename().string()},
          {"path", room.options().folder.string()},
          {"units", units_below(room.options().folder)},
          {"rubrics", std::move(rubrics)},
          {"made", room.has_made_unit()}};
}

void serve_view(Exchange& exchange) {
  DeskJson out = {{"version", exchange.room.version()}, {"single", exchange.room.is_single()}};
  std::string rest;
  if (const auto unit = exchange.room.unit()) {
    const auto state = unit->state();
    out["version"] = state->version;
    out["undo"] = next_undo(unit->evidence());
    out["can_print"] = exchange.room.options().can_print;
    rest = ",\"view\":" + (state->view.empty() ? "null" : state->view);
  } else {
    out["start"] = start_view(exchange.room);
  }
  std::string head = out.dump(-1, ' ', false, DeskJson::error_handler_t::replace);
  head.pop_back();
  answer_bytes(exchange, "application/json; charset=utf-8", head + rest + "}");
}

void serve_check(Exchange& exchange) {
  const auto unit = exchange.room.unit();
  const auto state = unit ? unit->judged_state() : nullptr;
  if (!state) return refuse_with(exchange, HttpStatus::HTTP_CONFLICT, "还没有打开单位");
  if (state->json.empty()) return answer_bytes(exchange, "application/json; charset=utf-8", state->view, HttpStatus::HTTP_CONFLICT);
  answer_bytes(exchange, "application/json; charset=utf-8", state->json);
}

void serve_wait(Exchange& exchange) {
  const std::string known = exchange.asked("version");
  std::uint64_t version = 0;
  std::from_chars(known.data(), known.data() + known.size(), version);
  answer_json(exchange, {{"version", exchange.room.wait_for_other(version, kWaitSeconds)}, {"ended", exchange.room.ended()}});
}

}  // namespace

bool serve_state(Exchange& exchange) {
  if (exchange.reads("/api/state")) serve_check(exchange);
  else if (exchange.reads("/api/view")) serve_view(exchange);
  else if (exchange.reads("/api/wait")) serve_wait(exchange);
  else return false;
  return true;
}

}  // namespace lvce
