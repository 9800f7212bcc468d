#pragma once

#include <QString>

#include <vector>

namespace lynceus {

/// textWithoutSecrets() for a text that comes line by line, such as a log: remembers whether the lines before began a
/// private key, a YAML block, or a pair of name and value. One for each text.
class LineSecrets final
{
public:
    /// @p line without line break; lines that hold nothing but a secret become "…".
    [[nodiscard]] QString cleaned(const QString &line);

private:
    static constexpr int kLongestKey = 200; ///< lines; a key that does not end by then was none

    [[nodiscard]] bool isInside(const QString &line);

    int m_keyLines = 0;     ///< of a private key that has begun; 0: none
    int m_blockIndent = -1; ///< columns before the key of a secret YAML block; -1: none
    bool m_isNamed = false; ///< the line before was the name of a secret: `- name: DB_PASSWORD`
};

/// Of lines that were cleaned in their order: those at @p end and before it that belong to a private key whose first
/// line is not among them, as in a log of which only the newest lines were read. 0: @p end is not the end of such a
/// key.
[[nodiscard]] std::size_t linesOfCutKey(const std::vector<QString> &lines, std::size_t end);

} // namespace lynceus
