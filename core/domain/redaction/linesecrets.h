#pragma once

#include <QString>

#include <vector>

namespace lynceus {

/// textWithoutSecrets() for a text that arrives line by line, such as a log. Remembers whether earlier lines began a
/// private key, a YAML block, or a pair of name and value. Use one object per text.
class LineSecrets final
{
public:
    /// @p line without line break. A line that is only a secret becomes "…".
    [[nodiscard]] QString cleaned(const QString &line);

private:
    static constexpr int kLongestKey = 200; ///< lines; a longer key is not a key

    [[nodiscard]] bool isInside(const QString &line);

    int m_keyLines = 0;     ///< lines of a private key so far; 0: not inside one
    int m_blockIndent = -1; ///< indent of the key of a secret YAML block; -1: not inside one
    bool m_isNamed = false; ///< the previous line named a secret: `- name: DB_PASSWORD`
};

/// Number of the cleaned @p lines, up to and including @p end, that belong to a private key whose first line is
/// missing, as in a log of which only the newest lines were read. 0: no such key ends at @p end.
[[nodiscard]] std::size_t linesOfCutKey(const std::vector<QString> &lines, std::size_t end);

} // namespace lynceus
