// How many days are left to what the rubric wants handed in. A view for people: no clock and no record knows of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rubric/model.h"

namespace lvce {

struct DaysLeft {
  const Deadline* deadline = nullptr;  ///< the next one on or after the day; behind the last one that
  int days = 0;                        ///< 0: it is today; negative: it has passed
};

/// Days from `date` ("2021-10-12") to the deadline, its last day counted in full. `year` is 评价年度. Nothing without deadlines or where the date is none.
std::optional<DaysLeft> days_left(const Rubric& rubric, int year, std::string_view date);

/// The deadline's last day: "2021-10-31".
std::string deadline_day(const Deadline& deadline, int year);

}  // namespace lvce
