#pragma once

#include <QPlainTextEdit>

#include <vector>

namespace lynceus {

/// Log lines in the fixed font: follows the newest while its end is in sight, marks what is searched for, and keeps at
/// most kKeptLines.
///
/// Scrolled up it stands still: what comes meanwhile waits, and is appended when the end comes in sight again.
class LogText final : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// A line has a hundred letters: ten thousand are a megabyte, and more than anybody reads.
    static constexpr int kKeptLines = 10'000;

    explicit LogText(QWidget *parent = nullptr);

    void append(const QStringList &lines);
    void forget();
    /// Goes to the newest line and follows again.
    void follow();
    [[nodiscard]] bool isPaused() const { return m_paused; }
    [[nodiscard]] int waiting() const { return int(m_waiting.size()); }
    /// All that was received and kept, also what waits.
    [[nodiscard]] QString wholeText() const;

    /// Without regard to case; empty: nothing is searched for.
    void search(const QString &words);
    /// +1: the next match, -1: the one before; goes round at the ends.
    void goToMatch(int step);
    [[nodiscard]] int matches() const { return int(m_matches.size()); }
    [[nodiscard]] int currentMatch() const { return m_current; } ///< from 0; -1: none

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
    std::vector<int> m_matches; ///< positions in the document, ascending
    int m_current = -1;
    QStringList m_waiting;
    bool m_paused = false;
    bool m_writing = false;
};

} // namespace lynceus
