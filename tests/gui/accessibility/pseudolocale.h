#pragma once

#include <QTranslator>

namespace lynceus::test {

/// A language that nobody speaks, for one test: each text of the program has accents and is longer by 40 %, so that a
/// text that no catalogue knows can be told apart, and one that has no room for other languages is cut. Placeholders,
/// tags and accelerators stay.
class PseudoLocale final : public QTranslator
{
public:
    PseudoLocale();
    ~PseudoLocale() override;

    [[nodiscard]] QString translate(const char *context, const char *source, const char *comment,
                                    int count) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// @p source as that language has it.
[[nodiscard]] QString pseudoText(const QString &source);

} // namespace lynceus::test
