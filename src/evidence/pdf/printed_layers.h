// Layers (optional content) as they are printed: ISO 32000-1, 8.11. One answer for probing and binding.
#pragma once

#include <map>
#include <qpdf/QPDFObjectHandle.hh>

namespace lvce {

class PrintedLayers {
 public:
  /// Of a catalog: the default configuration with its states for the event Print (/AS, /Usage).
  explicit PrintedLayers(QPDFObjectHandle root);

  /// Of what belongs to `group`: an OCG, an OCMD with its policy or expression, or anything else, which hides nothing.
  bool prints(QPDFObjectHandle group) const;
  /// Whether some layer of the file is not printed.
  bool hides_any() const;

 private:
  bool is_on(QPDFObjectHandle group) const;
  bool follows_policy(QPDFObjectHandle membership) const;
  bool expression(QPDFObjectHandle part, int depth, int& parts) const;
  void take_usage(QPDFObjectHandle event);

  std::map<QPDFObjGen, bool> on_;
  bool hides_unlisted_ = false;  ///< BaseState OFF without a list of layers
};

}  // namespace lvce
