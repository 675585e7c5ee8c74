// The fixed frame of evidence pages: where a foreign page of any size, rotation and crop lies on our A4 page. Pure geometry, points.
#pragma once

namespace lvce {

/// PDF matrix [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

/// First `first`, then `second`.
Matrix then(const Matrix& first, const Matrix& second);
void apply(const Matrix& matrix, double& x, double& y);

/// A landscape A4 page (842 × 595) turned counter-clockwise onto a portrait one: (u, v) → (595 − v, u). The same as render/ draws with.
Matrix turn_landscape();

/// A page as its file has it.
struct ForeignPage {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;  ///< what is to be seen: MediaBox ∩ CropBox, in user space units
  int rotate = 0;                         ///< 0, 90, 180, 270: turned clockwise for viewing
  double user_unit = 1;                   ///< points a unit
};

struct FrameOptions {
  bool binding_right = false;  ///< even pages of a volume printed on both sides
  bool full_size = false;
  bool screen = false;
};

/// How the page is drawn: content through `matrix` on a sheet of width × height; `view_rotate` is our page's own /Rotate.
struct FramedPage {
  Matrix matrix;
  double width = 0, height = 0;
  int view_rotate = 0;
};

/// Scaled down to fit, never up, centred in the frame. Wider than high (by more than 5 %) and too wide to be read upright (half pages such as e-invoices of
/// 210 × 140 mm are not): turned counter-clockwise (for the screen the sheet is then turned back by /Rotate, and framed as it is read). `full_size` keeps 100
/// %: on A4, or on a sheet of its own size where A4 is too small.
FramedPage frame_page(const ForeignPage& page, const FrameOptions& options);

/// Distances of the frame from the edges of A4, in mm.
inline constexpr double kFrameBindingMm = 20;
inline constexpr double kFrameOuterMm = 8;
inline constexpr double kFrameTopMm = 11;     ///< 10 mm strip for the stamp, 1 mm air
inline constexpr double kFrameBottomMm = 30;  ///< the page number stands where own pages have it, 7 mm below their type area …
inline constexpr double kLyingBottomMm = 13;  ///< … but at the foot of a sheet that is turned for the screen

}  // namespace lvce
