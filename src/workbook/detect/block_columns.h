// Columns of one block, weighed by their words and by each other.
#pragma once

#include <string>
#include <vector>

#include "workbook/detect/block_shape.h"
#include "workbook/detect/candidates.h"

namespace lvce::formats {

/// 单位：万千瓦时, 填报日期：…: words of the form, no header.
bool is_form_word(const std::string& text);

/// 1日 … 31日 beside each other are one figure a month.
void join_days(SeriesCandidates& out, int block);
/// A column whose steps are the figures of another one (times the same factor) holds readings: it is left out.
void leave_readings(SeriesCandidates& out, int block);
/// 光伏发电量 beside 光伏自用电量 is left out; beside 上网电量 alone nobody says how much of it was used here.
void settle_solar(SeriesCandidates& out, int block);
/// A column of formulas whose results no program has stored: the figures are not in the file. Totals and what is no quantity are not missed.
void ask_uncomputed(SeriesCandidates& out, const BlockShape& shape, const std::string& file, int column, const std::vector<std::string>& stack);
/// A column headed by a carrier that holds texts with figures in them and no figure: 9526度/5715元.
void ask_texts(SeriesCandidates& out, const BlockShape& shape, const std::string& file, int column, const std::vector<std::string>& stack);
/// A sheet longer than what is read of it: what was found there is asked.
void ask_long_sheet(SeriesCandidates& out, const SourceSheet& source, const std::string& file);
/// Gas by weight is bottled.
Carrier settle_gas(Carrier carrier, const std::vector<std::string>& stack, const std::vector<std::string>& beside);
/// Doubts figures below words that say neither carrier nor quantity, and what may be money where nobody says a unit.
void doubt_words(Candidate& found, const std::vector<std::string>& stack, const std::vector<std::string>& beside);
/// Doubts electricity without a unit that is too little for kilowatt-hours.
void look_at_size(Candidate& found);
/// Figures every few months of each year, blanks between: the meter is read so (electricity, water, gas, heat).
bool is_read_every_few_months(const Candidate& found);
/// The printed totals are the sums of the months: then nothing is doubled, lacking, or a reading.
bool is_settled(const Candidate& found);

}  // namespace lvce::formats
