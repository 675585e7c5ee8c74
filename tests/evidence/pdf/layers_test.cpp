// Layers as they are printed.
#include <catch2/catch.hpp>

#include "evidence/evidence_samples.h"
#include "evidence/pdf/printed_layers.h"

namespace lvce {
namespace {

using namespace testing;

/// A catalog with the layers A (on) and B (off), and a configuration.
struct File {
  QPDF pdf;
  QPDFObjectHandle a, b;

  explicit File(const std::string& usage_of_a = "", const std::string& usage_of_b = "") {
    pdf.emptyPDF();
    a = pdf.makeIndirectObject(parsed("<< /Type /OCG /Name (A) " + usage_of_a + " >>"));
    b = pdf.makeIndirectObject(parsed("<< /Type /OCG /Name (B) " + usage_of_b + " >>"));
  }

  /// "A" and "B" in the text stand for the layers.
  QPDFObjectHandle with_layers(const std::string& text) {
    std::string full;
    for (const char c : text) full += c == '%' ? a.getObjGen().unparse(' ') + " R" : c == '&' ? b.getObjGen().unparse(' ') + " R" : std::string(1, c);
    return QPDFObjectHandle::parse(&pdf, full);
  }

  PrintedLayers layers(const std::string& configuration = "/OFF [&]") {
    QPDFObjectHandle root = parsed("<< >>");
    root.replaceKey("/OCProperties", with_layers("<< /OCGs [% &] /D << " + configuration + " >> >>"));
    return PrintedLayers(root);
  }

  bool prints(const std::string& membership) { return layers().prints(with_layers("<< /Type /OCMD " + membership + " >>")); }
};

}  // namespace

TEST_CASE("the default configuration says what is printed", "[evidence][layers]") {
  File file;
  CHECK(file.layers().prints(file.a));
  CHECK_FALSE(file.layers().prints(file.b));
  CHECK(file.layers().hides_any());
  CHECK_FALSE(file.layers("").hides_any());
  CHECK_FALSE(file.layers("/BaseState /OFF /ON [&]").prints(file.a));
  CHECK(file.layers("/BaseState /OFF /ON [&]").prints(file.b));
}

TEST_CASE("states for printing stand above the default where the configuration asks for them", "[evidence][layers]") {
  File file("/Usage << /Print << /PrintState /OFF >> /View << /ViewState /ON >> >>", "/Usage << /Print << /PrintState /ON >> >>");
  const std::string asked = "/OFF [&] /AS [<< /Event /View /OCGs [% &] /Category [/View] >> << /Event /Print /OCGs [% &] /Category [/Print] >>]";
  CHECK_FALSE(file.layers(asked).prints(file.a));
  CHECK(file.layers(asked).prints(file.b));
  CHECK(file.layers().prints(file.a));
  CHECK_FALSE(file.layers().prints(file.b));
  CHECK(file.layers("/AS [<< /Event /Print /OCGs [&] /Category [/Print] >>]").prints(file.a));
  CHECK(file.layers("/AS [<< /Event /Print /OCGs [%] /Category [/View] >>]").prints(file.a));
}

TEST_CASE("layers for design are no layers for printing", "[evidence][layers]") {
  File file("", "/Intent /Design");
  CHECK(file.layers().prints(file.b));
  CHECK_FALSE(file.layers("/OFF [&] /Intent [/View /Design]").prints(file.b));
  CHECK(file.layers("/OFF [%] /Intent []").prints(file.a));
}

TEST_CASE("memberships follow their policy", "[evidence][layers]") {
  File file;
  CHECK(file.prints("/OCGs [% &]"));
  CHECK(file.prints("/OCGs [% &] /P /AnyOn"));
  CHECK_FALSE(file.prints("/OCGs & /P /AnyOn"));
  CHECK_FALSE(file.prints("/OCGs [% &] /P /AllOn"));
  CHECK(file.prints("/OCGs [%] /P /AllOn"));
  CHECK(file.prints("/OCGs [% &] /P /AnyOff"));
  CHECK_FALSE(file.prints("/OCGs % /P /AnyOff"));
  CHECK_FALSE(file.prints("/OCGs [% &] /P /AllOff"));
  CHECK(file.prints("/OCGs [& null] /P /AllOff"));
  CHECK(file.prints("/OCGs [] /P /AllOn"));
}

TEST_CASE("an expression stands above the policy", "[evidence][layers]") {
  File file;
  CHECK_FALSE(file.prints("/OCGs % /VE [/And % &]"));
  CHECK(file.prints("/OCGs & /VE [/Or % &]"));
  CHECK(file.prints("/VE [/Not &]"));
  CHECK_FALSE(file.prints("/VE [/Not [/Or [/And % [/Not &]] &]]"));
}

TEST_CASE("an expression without end has one", "[evidence][layers]") {
  File file;
  QPDFObjectHandle array = file.pdf.makeIndirectObject(parsed("[/And]"));
  for (int i = 0; i < 9; ++i) array.appendItem(array);
  QPDFObjectHandle membership = parsed("<< /Type /OCMD >>");
  membership.replaceKey("/VE", array);
  CHECK(file.layers().prints(membership));
}

}  // namespace lvce
