#include "app/gui/detail/logs/logtext.h"

#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/text/relativefont.h"
#include "core/domain/text/visibletext.h"

#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

/// Keeps tabs; replaces characters that would start another line.
QString shownLine(const QString &line)
{
    return visibleText(line).replace(u'\n', u' ');
}

} // namespace

LogText::LogText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setMaximumBlockCount(kKeptLines);
    setFixedFont(this);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Log"));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogText::noteScrolling);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &, int scrolled) {
        if (scrolled == 0)
            return;
        noteScrolling(); // moving the cursor scrolls with the bar's signals blocked (Qt 6.4, setTopBlock)
        markVisible();
    });
}

void LogText::append(const QStringList &lines)
{
    if (!m_paused)
        return write(lines);
    m_waiting += lines;
    if (m_waiting.size() > kKeptLines)
        m_waiting = m_waiting.last(kKeptLines);
    Q_EMIT pausedChanged();
}

void LogText::write(const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    {
        const QScopedValueRollback writing(m_writing, true);
        const int across = horizontalScrollBar()->value();
        QStringList shown;
        std::ranges::transform(lines, std::back_inserter(shown), shownLine);
        appendPlainText(shown.join(u'\n'));
        if (!textCursor().hasSelection()) // Page Up starts from the visible lines
            moveCursor(QTextCursor::End);
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        horizontalScrollBar()->setValue(across);
    }
    if (!m_words.isEmpty())
        findAll();
}

void LogText::forget()
{
    const QScopedValueRollback writing(m_writing, true);
    m_waiting.clear();
    m_paused = false;
    clear();
    findAll();
    Q_EMIT pausedChanged();
}

void LogText::follow()
{
    m_paused = false;
    write(std::exchange(m_waiting, {}));
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    Q_EMIT pausedChanged();
}

QString LogText::wholeText() const
{
    auto text = toPlainText();
    for (const auto &line : m_waiting)
        text += u'\n' + shownLine(line);
    return text;
}

void LogText::noteScrolling()
{
    if (m_writing)
        return;
    const bool isAtEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    if (isAtEnd == !m_paused)
        return;
    if (isAtEnd)
        return follow();
    m_paused = true;
    Q_EMIT pausedChanged();
}

void LogText::search(const QString &words)
{
    m_words = words;
    m_current = -1;
    findAll();
    if (m_matches.empty())
        return;
    // The match nearest to the end of the visible lines: users read the newest lines first.
    const auto sight = cursorForPosition(QPoint(0, viewport()->height() - 1)).position();
    const auto after = std::ranges::upper_bound(m_matches, sight);
    m_current = after == m_matches.begin() ? 0 : int(after - m_matches.begin()) - 1;
    goToMatch(0);
}

void LogText::goToMatch(int step)
{
    if (m_matches.empty())
        return;
    const int count = int(m_matches.size());
    m_current = ((m_current < 0 ? 0 : m_current) + step + count) % count;
    auto cursor = textCursor();
    cursor.setPosition(m_matches[std::size_t(m_current)]);
    cursor.setPosition(cursor.position() + int(m_words.size()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
    markVisible();
    Q_EMIT matchesChanged();
}

void LogText::findAll()
{
    const auto current = m_current >= 0 && m_current < int(m_matches.size()) ? textCursor().selectionStart() : -1;
    m_matches.clear();
    if (!m_words.isEmpty()) {
        const auto text = document()->toPlainText();
        for (auto at = text.indexOf(m_words, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(m_words, at + m_words.size(), Qt::CaseInsensitive))
            m_matches.push_back(int(at));
    }
    // Old lines may have been dropped; the cursor moved with its text.
    const auto same = std::ranges::find(m_matches, current);
    m_current = same == m_matches.end() ? -1 : int(same - m_matches.begin());
    markVisible();
    Q_EMIT matchesChanged();
}

/// Thousands of highlights make painting slow, so only visible ones are set.
void LogText::markVisible()
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto first = firstVisibleBlock().position();
    const auto last = cursorForPosition(QPoint(viewport()->width() - 1, viewport()->height() - 1)).block();
    const auto tones = tonesOf(palette());
    for (auto match = std::ranges::lower_bound(m_matches, first);
         match != m_matches.end() && *match <= last.position() + last.length(); ++match) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(*match);
        mark.cursor.setPosition(*match + int(m_words.size()), QTextCursor::KeepAnchor);
        const bool isCurrent = match - m_matches.begin() == m_current;
        mark.format.setBackground(isCurrent ? tones.accent : tones.of(StateRole::Held).background);
        mark.format.setForeground(isCurrent ? tones.accentText : tones.text);
        marks << mark;
    }
    setExtraSelections(marks);
}

void LogText::resizeEvent(QResizeEvent *event)
{
    const QScopedValueRollback writing(m_writing, true); // the end may become invisible without scrolling by the user
    QPlainTextEdit::resizeEvent(event);
    if (!m_paused)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    markVisible();
}

void LogText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        markVisible();
}

} // namespace lynceus
