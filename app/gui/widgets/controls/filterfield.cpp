#include "app/gui/widgets/controls/filterfield.h"

#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/icons.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/controlstyle.h"
#include "app/gui/widgets/style/layoutdirection.h"
#include "core/domain/text/visibletext.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>
#include <QTextCharFormat>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSide = 16;
constexpr int kRadius = 6;
constexpr int kLeastLetters = 18; ///< typed characters that stay visible beside the summary

} // namespace

FilterField::FilterField(const QString &accessibleName, const QString &placeholder, QWidget *parent)
    : QFrame(parent)
    , m_line(new QLineEdit(this))
    , m_summary(new QLabel(this))
    , m_completer(new QCompleter(this))
    , m_candidates(new QStringListModel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    setLeadingMargins(this, {12 + kIconSide + 8, 2, 12, 2});
    layout->addWidget(m_line, 1);
    layout->addWidget(m_summary);
    m_line->setFrame(false);
    m_line->setMinimumWidth(fontMetrics().averageCharWidth() * kLeastLetters);
    m_line->setAccessibleName(accessibleName);
    m_line->setPlaceholderText(placeholder);
    m_line->setClearButtonEnabled(true);
    m_line->setAttribute(Qt::WA_MacShowFocusRect, false);
    m_line->installEventFilter(this);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_summary->setAccessibleName(tr("Number of items shown"));
    setFocusProxy(m_line);
    m_completer->setModel(m_candidates);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(m_line);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterField::take);
    connect(m_line, &QLineEdit::textChanged, this, &FilterField::textChanged);
    connect(m_line, &QLineEdit::textEdited, this, &FilterField::offerCompletion);
    connect(m_summary, &QLabel::linkActivated, this, &FilterField::explanationAsked);
}

QString FilterField::text() const
{
    return m_line->text();
}

void FilterField::setText(const QString &text)
{
    m_line->setText(text);
}

void FilterField::setHighlights(const std::vector<Highlight> &highlights)
{
    const auto tones = tonesOf(palette());
    QList<QInputMethodEvent::Attribute> attributes;
    QStringList problems;
    for (const auto &highlight : highlights) {
        QTextCharFormat format;
        if (highlight.problem.isEmpty()) {
            format.setBackground(tones.selection);
            format.setForeground(tones.accent);
        } else {
            format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            format.setUnderlineColor(tones.of(StateRole::Bad).foreground);
            problems.push_back(highlight.problem);
        }
        // QLineEdit accepts text formats only as input method attributes, whose positions are relative to the cursor.
        attributes.emplace_back(QInputMethodEvent::TextFormat, int(highlight.start) - m_line->cursorPosition(),
                                int(highlight.length), format);
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(m_line, &event);
    setPlainToolTip(m_line, problems.join(u'\n'));
    m_line->setAccessibleDescription(problems.join(u". "_s));
}

void FilterField::setCompletion(std::function<Completion(const QString &, qsizetype)> completion)
{
    m_completion = std::move(completion);
}

void FilterField::setSummary(const QString &summary, const QString &whyLink)
{
    m_count = summary;
    const auto before = std::exchange(m_why, visibleLine(whyLink));
    // Rich text is needed for the link; both texts are escaped.
    m_summary->setTextFormat(m_why.isEmpty() ? Qt::PlainText : Qt::RichText);
    m_summary->setText(m_why.isEmpty() ? visibleLine(summary)
                                       : visibleLine(summary).toHtmlEscaped() + u" · "_s + link());
    m_summary->setAccessibleName(summary.isEmpty()
                                     ? tr("Number of items shown")
                                     : u"%1: %2"_s.arg(tr("Number of items shown"), visibleLine(summary)));
    setPlainToolTip(m_summary, {});
    m_isShort = false;
    m_summaryWidth = m_summary->sizeHint().width();
    if (m_why != before) // only the link changes the minimum width; avoids a new layout at each key
        updateGeometry();
    fitSummary();
}

QString FilterField::link() const
{
    return u"<a href=\"why\">%1</a>"_s.arg(m_why.toHtmlEscaped());
}

int FilterField::leastWidth() const
{
    const auto margins = contentsMargins();
    return margins.left() + margins.right() + m_line->minimumWidth() + layout()->spacing();
}

QSize FilterField::minimumSizeHint() const
{
    const int why = m_why.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_why) + 2;
    return {leastWidth() + why, QFrame::minimumSizeHint().height()};
}

void FilterField::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    m_line->setMinimumWidth(fontMetrics().averageCharWidth() * kLeastLetters);
    setSummary(QString(m_count), QString(m_why));
}

void FilterField::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitSummary();
}

void FilterField::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    fitSummary();
}

/// Shortens the summary rather than the typed text.
void FilterField::fitSummary()
{
    const bool isShort = isVisible() && leastWidth() + m_summaryWidth > width();
    if (isShort == m_isShort)
        return;
    if (!isShort)
        return setSummary(QString(m_count), QString(m_why));
    m_isShort = true;
    m_summary->setText(m_why.isEmpty() ? QString() : link());
    setPlainToolTip(m_summary, m_count);
}

void FilterField::offerCompletion()
{
    if (!m_completion)
        return;
    m_offered = m_completion(m_line->text(), m_line->cursorPosition());
    m_candidates->setStringList(m_offered.candidates);
    if (m_offered.candidates.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(m_candidates->index(0, 0));
}

bool FilterField::isOffering() const
{
    return m_completer->popup()->isVisible();
}

void FilterField::take(const QString &candidate)
{
    auto text = m_line->text();
    // A completed value is followed by a space; after a field's colon its values are offered at once.
    const bool isField = candidate.endsWith(u':');
    const bool atEnd = m_offered.start + m_offered.length >= text.size();
    const QString taken = candidate + (isField || !atEnd ? u""_s : u" "_s);
    text.replace(m_offered.start, m_offered.length, taken);
    m_line->setText(text);
    m_line->setCursorPosition(int(m_offered.start + taken.size()));
    if (isField)
        offerCompletion();
}

bool FilterField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape && !isOffering() && !m_line->text().isEmpty()) {
        m_line->clear();
        return true;
    }
    if (!isOffering() && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        Q_EMIT listAsked();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void FilterField::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_line->hasFocus();
    painter.setPen(QPen(focused ? tones.accent : fieldBorder(palette()), focused ? 2 : 1));
    painter.setBrush(tones.panel);
    const qreal inset = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - 12 - kIconSide : 12;
    paintGlyph(&painter, "list-filter"_L1, QRectF(x, (height() - kIconSide) / 2.0, kIconSide, kIconSide), tones.muted);
}

} // namespace lynceus
