// Where tests find what they need. Set in one file, so that the others compile alike in every checkout.
#pragma once

extern const char* const kSourceFolder;  ///< the checkout: rubrics, templates, fonts, samples
extern const char* const kTestData;      ///< its tests/
extern const char* const kBinary;        ///< the lvce that was just built
