#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace lynceus {

/// Names that must not leave the house, and what stands for them, so that a recording may be shown to strangers.
/// Longer names first, whole words only ("acme" is not replaced in "acmeology"), letters in either case; beside them
/// everything that looks like a token, and the local part of e-mail addresses. The result is as valid as JSON text as
/// the input was.
class Replacements final
{
public:
    /// @p standIn must be made of letters, digits, ".", "-" and "_".
    void add(const QString &name, const QString &standIn);

    [[nodiscard]] QByteArray applied(const QByteArray &text) const;

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_names; ///< longest first
};

} // namespace lynceus
