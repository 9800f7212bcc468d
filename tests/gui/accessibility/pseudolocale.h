#pragma once

#include <QTranslator>

namespace lynceus::test {

/// A pseudo language for one test: every text gets accents and becomes 40 % longer. This reveals texts that are missing
/// in the catalogue, and places without room for other languages. Placeholders, tags and accelerators stay.
class PseudoLocale final : public QTranslator
{
public:
    PseudoLocale();
    ~PseudoLocale() override;

    [[nodiscard]] QString translate(const char *context, const char *source, const char *comment,
                                    int count) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// @p source in the pseudo language.
[[nodiscard]] QString pseudoText(const QString &source);

} // namespace lynceus::test
