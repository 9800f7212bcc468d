#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace lynceus {

/// Replaces confidential names by stand-ins, so that a recording can be published. Longer names first, whole words only
/// ("acme" is not replaced in "acmeology"), case-insensitive. Also replaces everything that looks like a token, and the
/// local part of email addresses. Valid JSON stays valid.
class Replacements final
{
public:
    /// @p standIn: letters, digits, ".", "-" and "_" only.
    void add(const QString &name, const QString &standIn);

    [[nodiscard]] QByteArray applied(const QByteArray &text) const;

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_names; ///< longest first
};

} // namespace lynceus
