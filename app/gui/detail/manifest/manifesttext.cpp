#include "app/gui/detail/manifest/manifesttext.h"

#include "app/gui/detail/manifest/yamlhighlighter.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/text/relativefont.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr int kMargin = 2; // characters: the sign and a space

QLatin1StringView signOf(ManifestLine::Kind kind)
{
    switch (kind) {
    case ManifestLine::Kind::Removed:
        return "- "_L1;
    case ManifestLine::Kind::Added:
        return "+ "_L1;
    case ManifestLine::Kind::Same:
    case ManifestLine::Kind::Gap:
        break;
    }
    return "  "_L1;
}

} // namespace

ManifestText::ManifestText(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new YamlHighlighter(document(), palette()))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFixedFont(this);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void ManifestText::showLines(std::vector<ManifestLine> lines, bool compared)
{
    if (lines == m_lines && compared == m_compared)
        return; // keeps selection and scroll position
    m_lines = std::move(lines);
    m_compared = compared;
    QString text;
    for (const auto &line : m_lines)
        text += (compared ? signOf(line.kind) + line.text : line.text) + u'\n';
    text.chop(1);
    const int scrolled = verticalScrollBar()->value();
    m_highlighter->setMargin(compared ? kMargin : 0);
    setPlainText(text);
    verticalScrollBar()->setValue(scrolled);
    paintLines();
}

void ManifestText::goToLine(int line)
{
    const QTextCursor cursor(document()->findBlockByNumber(line));
    setTextCursor(cursor);
    constexpr int kLinesAbove = 3; // lines of context above a change
    verticalScrollBar()->setValue(std::max(0, line - kLinesAbove));
}

void ManifestText::paintLines()
{
    const auto tones = tonesOf(palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (std::size_t i = 0; m_compared && i < m_lines.size(); ++i) {
        if (m_lines[i].kind == ManifestLine::Kind::Same)
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document()->findBlockByNumber(int(i)));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        switch (m_lines[i].kind) {
        case ManifestLine::Kind::Removed:
            mark.format.setBackground(tones.of(StateRole::Bad).background);
            break;
        case ManifestLine::Kind::Added:
            mark.format.setBackground(tones.of(StateRole::Good).background);
            break;
        case ManifestLine::Kind::Gap:
        case ManifestLine::Kind::Same:
            mark.format.setBackground(tones.of(StateRole::Neutral).background);
            break;
        }
        marks << mark;
    }
    setExtraSelections(marks);
}

void ManifestText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->follow(palette());
        paintLines();
    }
}

} // namespace lynceus
