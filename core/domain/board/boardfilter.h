#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace lynceus {

/// Which watches have all words of a text in what is searched of them.
///
/// The searched text of a watch is kept until forget(), because composing it parses versions: too slow for hundreds of
/// watches at each key press.
class BoardFilter final
{
public:
    /// Returns whether the words have changed.
    [[nodiscard]] bool setText(const QString &text);

    /// @p searched returns the text of the watch; it is called only if it is needed.
    template<typename Searched>
    [[nodiscard]] bool matches(const QString &watch, Searched searched);

    /// Call when the searched text of a watch, or of all, may have changed.
    void forget(const QString &watch) { m_searched.remove(watch); }
    void forgetAll() { m_searched.clear(); }

private:
    [[nodiscard]] bool hasAllWords(const QString &searched) const;

    QStringList m_words;
    QHash<QString, QString> m_searched; ///< by watch
};

template<typename Searched>
bool BoardFilter::matches(const QString &watch, Searched searched)
{
    if (m_words.isEmpty())
        return true;
    auto kept = m_searched.constFind(watch);
    if (kept == m_searched.constEnd())
        kept = m_searched.insert(watch, searched());
    return hasAllWords(*kept);
}

} // namespace lynceus
