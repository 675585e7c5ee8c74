"""An independent scorer: points and states of one unit, worked out from design §2.4 and `lvce rubric show ID --json` alone.

It shares nothing with the C++: other language, other structure, written from the text. Points are whole hundredths.

A unit is a dict: items (单位信息), rows {id: {"done": cell value, "percent": bool, "claim": number or None}}, files (see below) and
targets {metric: {"required", "quota", "base", "actual"}} as exact fractions or None.
A file is a dict: for (ids), kinds (set of names; empty: not recognised), year or None, picture, caption, counted, broken.
"""
from fractions import Fraction
import re

YES = {True, "是", "√", "有", "已完成", "TRUE"}
NO = {False, "否", "×", "无", "FALSE"}
COUNTING = ("per_item", "per_occurrence")
OWN_JUDGEMENT = ("judged", "open", "assessor")
ENERGY_METRICS = ("人均综合能耗", "单位建筑面积能耗")


class Invalid(Exception):
    """完成情况 that the rule cannot take."""


def hundredths(value):
    return round(Fraction(str(value)) * 100)


# ---- 完成情况 -------------------------------------------------------------------------------------------------------------------

def is_blank(cell):
    return cell is None or (isinstance(cell, str) and not cell.strip())


def whole(cell):
    text = str(cell).strip()
    if isinstance(cell, bool) or not re.fullmatch(r"\d+(\.0)?", text):
        raise Invalid(cell)
    return int(float(text))


def yes_no(cell):
    if isinstance(cell, bool) or (isinstance(cell, str) and cell.strip() in YES | NO):
        return (cell if isinstance(cell, bool) else cell.strip()) in YES
    return None


def with_lower_steps(parts, done):
    """100 % is 90 % as well."""
    reached = max((parts[n - 1]["at_least"] for n in done if "at_least" in parts[n - 1]), default=-1)
    return done | {n for n, part in enumerate(parts, 1) if part.get("at_least", 101) <= reached}


def numbers(cell, count):
    found = [int(x) for x in re.findall(r"\d+", str(cell))]
    if not found or not re.fullmatch(r"[\d、，, ]+", str(cell)) or any(not 1 <= n <= count for n in found):
        raise Invalid(cell)
    return set(found)


def percentage(cell, formatted):
    """A %-formatted cell, 95 %, or a number over 1."""
    if formatted:
        value = Fraction(str(cell)) * 100
    elif isinstance(cell, str) and cell.strip().endswith("%"):
        value = Fraction(cell.strip()[:-1])
    else:
        try:
            value = Fraction(str(cell).strip())
        except ValueError:
            raise Invalid(cell) from None
        if 0 < value <= 1:
            raise Invalid(cell)
    if not 0 <= value <= 100:
        raise Invalid(cell)
    return value


# ---- rule points ----------------------------------------------------------------------------------------------------------------

def points_by_rule(rule, maximum, cell, formatted):
    kind = rule["kind"]
    if kind in OWN_JUDGEMENT:
        raise Invalid(cell)
    return {"binary": of_yes_no, "all_of": of_yes_no, "any_of": of_yes_no, "parts": of_parts, "per_item": of_count, "per_occurrence": of_count,
            "tiers": of_tiers, "deduct": of_deduct, "choice": of_choice}[kind](rule, maximum, cell, formatted)


def of_yes_no(rule, maximum, cell, _):
    said = yes_no(cell)
    if said is None:
        if rule["kind"] == "binary":
            raise Invalid(cell)
        done = numbers(cell, len(rule["parts"]))
        said = len(done) == len(rule["parts"]) if rule["kind"] == "all_of" else bool(done)
    return maximum if said else 0


def of_parts(rule, _, cell, __):
    parts = rule["parts"]
    said = yes_no(cell)
    if cell == "全部" or said:
        done = set(range(1, len(parts) + 1))
    else:
        done = set() if said is False else with_lower_steps(parts, numbers(cell, len(parts)))
    return sum(hundredths(parts[n - 1]["points"]) for n in done if set(parts[n - 1].get("needs", [])) <= done)


def of_count(rule, maximum, cell, _):
    items, places = cell, 0
    if "deduct" in rule:
        items, *rest = re.split("[；;]", str(cell))
        places = whole(rest[0]) if rest else 0
    cap = hundredths(rule["cap"]) if "cap" in rule else maximum
    return max(0, min(cap, whole(items) * hundredths(rule["step"])) - places * hundredths(rule.get("deduct", 0)))


def of_tiers(rule, _, cell, formatted):
    grades = {tier["grade"]: tier["points"] for tier in rule["tiers"] if "grade" in tier}
    if grades:
        if cell not in grades:
            raise Invalid(cell)
        return hundredths(grades[cell])
    value = percentage(cell, formatted)
    return next((hundredths(tier["points"]) for tier in rule["tiers"] if value >= Fraction(str(tier["at_least"]))), 0)


def of_deduct(rule, maximum, cell, _):
    return max(0, maximum - whole(cell) * hundredths(rule["deduct"]))


def of_choice(rule, _, cell, __):
    for option in rule["options"]:
        if option["answer"] == cell:
            return hundredths(option.get("points", 0))
    raise Invalid(cell)


# ---- targets --------------------------------------------------------------------------------------------------------------------

def fell_enough(target):
    if target["required"] is None or not target["base"] or target["actual"] is None:
        return None
    return (target["actual"] - target["base"]) / target["base"] <= -target["required"] / 100


def within_quota(target):
    if target["quota"] is None or target["actual"] is None:
        return None
    return target["actual"] <= target["quota"]


def is_met(rule, metric, targets):
    fall = fell_enough(targets[metric])
    if not rule["quota_alternative"] or metric not in ENERGY_METRICS:
        return fall
    quota = within_quota(targets[metric])
    if fall or quota:
        return True
    return False if fall is False or (quota is False and targets[metric]["required"] is None) else None


def points_of_targets(rule, maximum, targets):
    """(points, met): met is True, False or None where it cannot be judged."""
    if rule["mode"] == "each":
        verdicts = [is_met(rule, share["metric"], targets) for share in rule["shares"]]
        points = sum(hundredths(share["points"]) for share, met in zip(rule["shares"], verdicts) if met)
    else:
        verdicts = [is_met(rule, metric, targets) for metric in rule["metrics"]]
        energy = [within_quota(targets[metric]) for metric in rule["metrics"] if metric in ENERGY_METRICS]
        if rule["quota_alternative"] and energy and all(energy):
            verdicts = [True]
        points = maximum if all(verdicts) else 0
    met = False if False in verdicts else None if None in verdicts else True
    return points, met


# ---- evidence -------------------------------------------------------------------------------------------------------------------

def window(text, years):
    """"Y-1..Y" → (from, to)."""
    ends = [re.fullmatch(r"([YE])([+-]\d+)?", end) for end in (text.split("..") * 2)[:2]]
    return tuple(years[end[1]] + int(end[2] or 0) for end in ends)


def could_serve(demand, file):
    if demand["source"] == "derived" or not demand["kinds"] or not file["kinds"]:
        return True
    return bool(set(demand["kinds"]) & file["kinds"])


def is_accepted(demand, file, years):
    if file["broken"] or not could_serve(demand, file):
        return False
    if demand["years"] and file["year"]:
        first, last = window(demand["years"], years)
        if not first <= file["year"] <= last:
            return False
    return not (demand["caption"] and file["picture"] and not file["caption"])


STATEMENT = {"kinds": ["情况说明"], "min": 1, "years": None, "caption": False, "source": "standard"}


def active_demands(indicator, items, statement):
    if statement:
        return [STATEMENT] if indicator["rule"]["not_applicable"] == "full_points_with_statement" else []
    return [demand for demand in indicator["evidence"] if all((items.get(field) or "是") == value for field, value in demand.get("when", {}).items())]


def is_of_any_kind(demand, file):
    return demand["source"] != "derived" and bool(demand["kinds"]) and not file["kinds"]


def shared_out(demands, files, years):
    """Accepted files of each demand. One whose kind is not known serves one demand only: the one that lacks most, else that with the fewest."""
    accepted = [[i for i, file in enumerate(files) if is_accepted(demand, file, years) and not is_of_any_kind(demand, file)] for demand in demands]
    for i, file in enumerate(files):
        fitting = [n for n, demand in enumerate(demands) if is_of_any_kind(demand, file) and is_accepted(demand, file, years)]
        if fitting:
            best = min(fitting, key=lambda n: (-max(0, demands[n]["min"] - len(accepted[n])), sum(files[k]["counted"] for k in accepted[n]), n))
            accepted[best].append(i)
    return accepted


def points_of_evidence(rule, maximum, demands, files, years, statement):
    if not demands:
        return None
    accepted = shared_out(demands, files, years)
    if rule["kind"] in COUNTING and not statement:
        cap = hundredths(rule["cap"]) if "cap" in rule else maximum
        return min(cap, hundredths(rule["step"]) * min(sum(files[i]["counted"] for i in found) for found in accepted))
    return maximum if all(len(found) >= demand["min"] for demand, found in zip(demands, accepted)) else 0


def state_of_demands(rule, wanted, maximum, demands, files, years, statement):
    """missing, defective or complete, by the demands alone: enough for the points wanted, too few, or all refused."""
    state = "complete"
    cap = hundredths(rule["cap"]) if "cap" in rule else maximum
    for demand, found in zip(demands, shared_out(demands, files, years)):
        counts = rule["kind"] in COUNTING and not statement
        enough = not counts or min(cap, hundredths(rule["step"]) * sum(files[i]["counted"] for i in found)) >= min(wanted, cap)
        if len(found) >= demand["min"] and enough:
            continue
        refused = [i for i, file in enumerate(files) if could_serve(demand, file) and (file["broken"] or not is_accepted(demand, file, years))]
        if found or not (refused or any(could_serve(demand, file) and not is_of_any_kind(demand, file) for file in files)):
            return "missing"
        state = "defective"
    return state


# ---- one indicator, one unit ----------------------------------------------------------------------------------------------------

def other_branch(rule, items):
    branch = rule.get("branch")
    if not branch:
        return False
    value = items.get(branch["field"])
    return value not in branch["is"] if "is" in branch else value in branch["not"]


def not_counting(indicators, unit):
    """Ids of the branch and of the scheme that are not taken."""
    out = {one["id"] for one in indicators if other_branch(one["rule"], unit["items"])}
    for choice in (one for one in indicators if one["rule"]["kind"] == "choice"):
        said = unit["rows"].get(choice["id"], {}).get("done")
        opens = any(option.get("opens_alternative") and option["answer"] == said for option in choice["rule"]["options"])
        others = {one["id"] for one in indicators if one["alternative_of"] == choice["id"]}
        out |= {choice["id"]} if opens else others
    return out


def rule_outcome(rule, maximum, row, unit, demands):
    """(rule points or None, state: blank, given, statement or invalid)."""
    cell, claim = row.get("done"), row.get("claim")
    if not is_blank(cell) and str(cell).strip() == "不适用":
        denied = any(value == "是" and unit["items"].get(field) in ("是", None) for demand in demands for field, value in demand.get("when", {}).items())
        return (maximum, "statement") if rule.get("not_applicable") and not denied else (0, "invalid")
    if rule["kind"] == "targets":
        return points_of_targets(rule, maximum, unit["targets"])[0], "blank" if is_blank(cell) else "invalid"
    if is_blank(cell):
        return (None, "blank") if claim is None else (min(hundredths(claim), maximum), "given")
    try:
        return points_by_rule(rule, maximum, cell.strip() if isinstance(cell, str) else cell, row.get("percent")), "given"
    except Invalid:
        return 0, "invalid"


def score_indicator(indicator, item_points, unit):
    rule, row = indicator["rule"], unit["rows"].get(indicator["id"], {})
    maximum = hundredths(indicator["points"] if indicator["points"] is not None else item_points)
    files = [file for file in unit["files"] if indicator["id"] in file["for"]]
    points, state = rule_outcome(rule, maximum, row, unit, indicator["evidence"])
    claimed = hundredths(row["claim"]) if row.get("claim") is not None else points or 0
    demands = active_demands(indicator, unit["items"], state == "statement") if points else []
    evidence = points_of_evidence(rule, maximum, demands, files, unit["years"], state == "statement")
    supported = min([claimed, points or 0, maximum] + ([] if evidence is None else [evidence]))
    return {"claimed": claimed, "supported": supported, "status": status(rule, state, row, demands, files, unit["years"], min(claimed, points or 0, maximum), maximum)}


def status(rule, state, row, demands, files, years, wanted, maximum):
    if rule["kind"] in ("assessor", "targets"):
        return "assessor" if rule["kind"] == "assessor" else "computed"
    if state == "blank" and row.get("claim") is None:
        return "missing"
    by_demands = state_of_demands(rule, wanted, maximum, demands, files, years, state == "statement")
    return "defective" if state == "invalid" and by_demands == "complete" else by_demands


def score_item(item, unit, out_of_play):
    out, left = {}, hundredths(item["points"])
    for indicator in item["indicators"]:
        if indicator["id"] in out_of_play:
            out[indicator["id"]] = {"claimed": 0, "supported": 0, "status": "not_applicable"}
            continue
        one = score_indicator(indicator, item["points"], unit)
        one["supported"] = min(one["supported"], left)
        left -= one["supported"]
        out[indicator["id"]] = one
    return out


def points_still_open(rubric, unit, indicators, out_of_play):
    """What targets that cannot be judged may still add: the claim, without one the points."""
    out = 0
    for one in indicators_of(rubric):
        if one["rule"]["kind"] != "targets" or one["id"] in out_of_play or points_of_targets(one["rule"], 0, unit["targets"])[1] is not None:
            continue
        most = hundredths(one["points"])
        claim = unit["rows"].get(one["id"], {}).get("claim")
        out += max(0, min(most if claim is None else hundredths(claim), most) - indicators[one["id"]]["supported"])
    return out


def judge_gate(gate, rubric, unit, supported, out_of_play, open_points):
    if gate["id"] == "pass_mark":
        passes = supported + open_points >= hundredths(rubric["pass"])
        return True if supported >= hundredths(rubric["pass"]) else None if passes else False
    if gate["id"] == "no_major_accident":
        return {"无": True, "有": False}.get(unit["items"].get("近三年重大安全事故"))
    rules = [one["rule"] for one in indicators_of(rubric) if one["rule"]["kind"] == "targets" and one["id"] not in out_of_play]
    verdicts = [points_of_targets(rule, 0, unit["targets"])[1] for rule in rules]
    return False if False in verdicts else None if None in verdicts or not verdicts else True


def indicators_of(rubric):
    return [indicator for unit in rubric["units"] for item in unit["items"] for indicator in item["indicators"]]


def score(rubric, unit):
    out_of_play = not_counting(indicators_of(rubric), unit)
    indicators = {}
    for one in rubric["units"]:
        for item in one["items"]:
            indicators.update(score_item(item, unit, out_of_play))
    total = {key: sum(one[key] for one in indicators.values()) for key in ("claimed", "supported")}
    gates = {gate["id"]: judge_gate(gate, rubric, unit, total["supported"], out_of_play, points_still_open(rubric, unit, indicators, out_of_play)) for gate in rubric["gates"]}
    verdict = "fail" if False in gates.values() else "undetermined" if None in gates.values() else "pass"
    return {"indicators": indicators, "total": total, "gates": gates, "verdict": verdict if rubric["pass"] is not None else None}
