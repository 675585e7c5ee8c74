// Steps on the evidence folder.
#include <functional>

#include "desk/http/exchange.h"
#include "desk/steps/steps.h"

namespace lvce {
namespace {

std::vector<std::string> texts_in(const DeskJson& body, const char* name) {
  std::vector<std::string> out;
  const auto found = body.find(name);
  if (found == body.end() || !found->is_array()) return out;
  for (const DeskJson& each : *found) {
    if (each.is_string()) out.push_back(each.get<std::string>());
  }
  return out;
}

void answer_step(Exchange& exchange, UnitDesk& unit, const Step& step) {
  unit.judge_now();
  answer_json(exchange, {{"done", step.done}, {"said", step.said}, {"path", step.path}, {"version", unit.state()->version}});
}

void serve_step(Exchange& exchange, const std::function<Step(const StepGround&, const DeskJson&)>& step) {
  const auto body = body_of(exchange);
  if (!body) return;
  const auto unit = exchange.room.unit();
  const auto state = unit ? unit->judged_state() : nullptr;
  if (!state || !state->judgement.assessment) return refuse_with(exchange, HttpStatus::HTTP_CONFLICT, "单位还没有打开，或台账读不出来");
  const Assessment& assessment = *state->judgement.assessment;
  Step taken;
  {
    const std::lock_guard lock(unit->steps());
    taken = step({unit->evidence(), *assessment.rubric, assessment.dossier->evidence, state->proposals}, *body);
  }
  answer_step(exchange, *unit, taken);
}

}  // namespace

bool serve_steps(Exchange& exchange) {
  if (exchange.is("POST", "/api/place")) {
    serve_step(exchange,
               [](const StepGround& ground, const DeskJson& body) { return place_file(ground, text_in(body, "path"), texts_in(body, "indicators")); });
  } else if (exchange.is("POST", "/api/withdraw")) {
    serve_step(exchange, [](const StepGround& ground, const DeskJson& body) { return withdraw_file(ground, text_in(body, "path")); });
  } else if (exchange.is("POST", "/api/caption")) {
    serve_step(exchange, [](const StepGround& ground, const DeskJson& body) { return write_caption(ground, text_in(body, "path"), text_in(body, "caption")); });
  } else if (exchange.is("POST", "/api/undo")) {
    serve_step(exchange, [](const StepGround& ground, const DeskJson&) { return undo_step(ground.evidence); });
  } else {
    return false;
  }
  return true;
}

}  // namespace lvce
