#pragma once

#include <QPlainTextEdit>

#include <vector>

namespace lynceus {

/// Log lines in the fixed-width font. Follows the newest line while the end is visible, highlights search matches, and
/// keeps at most kKeptLines.
///
/// While scrolled up, new lines are held back and appended when the end becomes visible again.
class LogText final : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// With about 100 characters per line, 10,000 lines take one megabyte, more than users read.
    static constexpr int kKeptLines = 10'000;

    explicit LogText(QWidget *parent = nullptr);

    void append(const QStringList &lines);
    void forget();
    /// Scrolls to the newest line and follows again.
    void follow();
    [[nodiscard]] bool isPaused() const { return m_paused; }
    [[nodiscard]] int waiting() const { return int(m_waiting.size()); }
    /// All kept lines, including those held back.
    [[nodiscard]] QString wholeText() const;

    /// Ignores case; empty: no search.
    void search(const QString &words);
    /// +1: next match, -1: previous match; wraps around.
    void goToMatch(int step);
    [[nodiscard]] int matches() const { return int(m_matches.size()); }
    [[nodiscard]] int currentMatch() const { return m_current; } ///< zero-based; -1: none

Q_SIGNALS:
    void pausedChanged();
    void matchesChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void write(const QStringList &lines);
    void noteScrolling();
    void findAll();
    void markVisible();

    QString m_words;
    std::vector<int> m_matches; ///< positions in the document, in ascending order
    int m_current = -1;
    QStringList m_waiting;
    bool m_paused = false;
    bool m_writing = false;
};

} // namespace lynceus
