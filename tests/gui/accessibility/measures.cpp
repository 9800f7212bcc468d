#include "tests/gui/accessibility/measures.h"

#include "app/gui/releases/boarddelegate.h"
#include "app/gui/releases/boardmodel.h"
#include "app/gui/releases/boardview.h"
#include "app/gui/widgets/controls/accentbutton.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/style/theme.h"
#include "tests/gui/accessibility/contrastdevice.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QTabBar>

#include <algorithm>

namespace lynceus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr double kReadable = 4.5;
constexpr double kSeen = 2.95; // 3 : 1, with a tolerance for rounded colours

QString nameOf(const QWidget &widget)
{
    const auto name = widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName();
    return QString::fromLatin1(widget.metaObject()->className()) + u" “"_s + name + u'”';
}

/// WCAG has no contrast requirements for disabled controls.
bool isOfDisabled(const QColor &colour)
{
    const auto palette = QApplication::palette();
    return colour == palette.color(QPalette::Disabled, QPalette::ButtonText)
        || colour == palette.color(QPalette::Disabled, QPalette::Text)
        || colour == palette.color(QPalette::Disabled, QPalette::WindowText);
}

/// Visible widgets in the window of @p shown, but not in dialogs above it.
template<typename T>
QList<T *> visibleIn(const QWidget &shown)
{
    auto widgets = shown.findChildren<T *>();
    widgets.removeIf([&shown](const T *widget) { return !widget->isVisible() || widget->window() != shown.window(); });
    return widgets;
}

/// Names, commits and commands may be too long for any window. They may be cut if a tool tip, an accessible name or a
/// selection provides the whole text.
bool mayBeCut(const QLabel &label)
{
    const bool canBeCut = label.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored
        || label.minimumSizeHint().width() < label.sizeHint().width();
    return canBeCut
        && (!label.toolTip().isEmpty() || !label.accessibleName().isEmpty()
            || label.textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
}

QString violation(const QString &what, const QString &text, const QSize &needed, const QSize &given)
{
    return u"%1 “%2” needs %3×%4 and has %5×%6"_s.arg(what, text)
        .arg(needed.width())
        .arg(needed.height())
        .arg(given.width())
        .arg(given.height());
}

QString cut(const QLabel &label)
{
    if (label.text().isEmpty())
        return {};
    const int height = label.wordWrap() ? label.heightForWidth(label.width()) : label.sizeHint().height();
    const bool isWide = label.wordWrap() || mayBeCut(label) || label.sizeHint().width() <= label.width() + 1;
    if (height <= label.height() + 1 && isWide)
        return {};
    return violation(u"label"_s, label.text(), {label.sizeHint().width(), height}, label.size());
}

QString cut(const QAbstractButton &button)
{
    const auto needed = button.sizeHint();
    if (button.text().isEmpty() || (needed.width() <= button.width() + 1 && needed.height() <= button.height() + 1))
        return {};
    return violation(u"button"_s, button.text(), needed, button.size());
}

/// The part of the widget that its parents do not cut off. Inside a scroll area, the whole widget counts.
QRect seenOf(const QWidget &widget, const QWidget &shown)
{
    auto seen = widget.rect();
    const auto *inner = &widget;
    while (inner != &shown && inner->parentWidget()) {
        const auto *outer = inner->parentWidget();
        const auto *area = qobject_cast<const QAbstractScrollArea *>(outer->parentWidget());
        if (area && area->viewport() == outer)
            return widget.rect();
        const auto offset = widget.mapTo(outer, QPoint());
        seen &= outer->rect().translated(-offset);
        inner = outer;
    }
    return seen;
}

/// Whether the line at the left edge of a field or box contrasts with the background to its left.
bool isSeenAt(const QImage &image, const QPoint &edge)
{
    const auto at = [&image, &edge](int right) { return image.pixelColor(std::max(0, edge.x() + right), edge.y()); };
    constexpr int kWidest = 3; // px; the line of a focused widget is thicker
    for (int right = 0; right < kWidest; ++right) {
        if (contrastBetween(at(right), at(-2)) >= kSeen)
            return true;
    }
    return false;
}

} // namespace

InTheme::InTheme(bool dark)
{
    QApplication::setPalette(paletteFor({}, dark));
}

InTheme::~InTheme()
{
    QApplication::setPalette(m_before);
}

QStringList unreadableTexts(QWidget &shown, QStringList &seen)
{
    ContrastDevice device(shown.size());
    shown.render(&device);
    QStringList violations;
    for (const auto &text : device.texts()) {
        seen.append(text.text);
        const auto contrast = contrastBetween(text.colour, text.ground);
        if (contrast < kReadable && !isOfDisabled(text.colour))
            violations.append(u"“%1” has %2 : 1, %3 on %4"_s.arg(text.text)
                                  .arg(contrast, 0, 'f', 2)
                                  .arg(text.colour.name(), text.ground.name()));
    }
    violations.removeDuplicates();
    return violations;
}

QStringList faintBorders(QWidget &shown)
{
    const auto image = shown.grab().toImage();
    QStringList violations;
    const auto checkEdge = [&](const QWidget &widget, const QPoint &edge) {
        const auto at = widget.mapTo(&shown, edge);
        if (widget.isEnabled() && image.rect().contains(at) && widget.visibleRegion().contains(edge)
            && !isSeenAt(image, at))
            violations.append(nameOf(widget) + u" has a border that cannot be seen"_s);
    };
    const auto leftOf = [](const QRect &box) { return QPoint(box.left(), box.center().y()); };
    for (const auto *edit : visibleIn<QLineEdit>(shown)) {
        if (edit->hasFrame())
            checkEdge(*edit, leftOf(edit->rect()));
    }
    for (const auto *combo : visibleIn<QComboBox>(shown))
        checkEdge(*combo, leftOf(combo->rect()));
    for (const auto *spin : visibleIn<QAbstractSpinBox>(shown))
        checkEdge(*spin, leftOf(spin->rect()));
    for (const auto *text : visibleIn<QPlainTextEdit>(shown)) {
        if (!text->isReadOnly())
            checkEdge(*text, leftOf(text->rect()));
    }
    const auto boxOf = [](const QAbstractButton &button, QStyle::SubElement element) {
        QStyleOptionButton option;
        option.initFrom(&button);
        return button.style()->subElementRect(element, &option, &button);
    };
    for (const auto *box : visibleIn<QCheckBox>(shown))
        checkEdge(*box, leftOf(boxOf(*box, QStyle::SE_CheckBoxIndicator)));
    for (const auto *radio : visibleIn<QRadioButton>(shown))
        checkEdge(*radio, leftOf(boxOf(*radio, QStyle::SE_RadioButtonIndicator)));
    return violations;
}

QStringList cutTexts(const QWidget &shown)
{
    QStringList violations;
    for (const auto *label : visibleIn<QLabel>(shown))
        violations.append(cut(*label));
    for (const auto *button : visibleIn<QAbstractButton>(shown))
        violations.append(cut(*button));
    violations.removeAll(QString());
    return violations;
}

QStringList cutChoices(const QWidget &shown)
{
    QStringList violations;
    for (const auto *combo : visibleIn<QComboBox>(shown)) {
        QStyleOptionComboBox option;
        option.initFrom(combo);
        const auto room = combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField);
        const QSize needed = combo->fontMetrics().size(0, combo->currentText());
        // Some names are too long for any window; the tool tip shows the whole name.
        if (needed.width() > room.width() + 1 && combo->toolTip() != combo->currentText())
            violations.append(violation(nameOf(*combo), combo->currentText(), needed, room.size()));
    }
    for (const auto *header : visibleIn<QHeaderView>(shown)) {
        if (header->orientation() != Qt::Horizontal)
            continue;
        for (int section = 0; section < header->count(); ++section) {
            const auto text = header->model()->headerData(section, Qt::Horizontal).toString();
            const QSize needed = header->fontMetrics().size(0, text);
            if (!header->isSectionHidden(section) && needed.width() > header->sectionSize(section))
                violations.append(violation(nameOf(*header->parentWidget()), text, needed,
                                            {header->sectionSize(section), header->height()}));
        }
    }
    return violations;
}

QStringList squeezedFields(const QWidget &shown)
{
    constexpr int kFewestLetters = 14;
    QStringList violations;
    for (const auto *line : visibleIn<QLineEdit>(shown)) {
        if (qobject_cast<const QAbstractSpinBox *>(line->parentWidget()))
            continue;
        const int needed = line->fontMetrics().averageCharWidth() * kFewestLetters;
        if (line->width() < needed)
            violations.append(violation(nameOf(*line), line->text(), {needed, 0}, line->size()));
    }
    return violations;
}

QStringList widePages(const QWidget &shown)
{
    QStringList violations;
    for (const auto *area : visibleIn<QScrollArea>(shown)) {
        if (const int hidden = area->horizontalScrollBar()->maximum(); hidden > 0)
            violations.append(nameOf(*area) + u" hides %1 px"_s.arg(hidden));
    }
    return violations;
}

QStringList outside(const QWidget &shown)
{
    QStringList violations;
    for (const auto *widget : visibleIn<QWidget>(shown)) {
        const bool isControl = qobject_cast<const QLabel *>(widget) || qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QAbstractScrollArea *>(widget);
        // A tab bar has its own scroll buttons.
        if (!isControl || widget->size().isEmpty() || qobject_cast<const QTabBar *>(widget->parentWidget()))
            continue;
        const auto seen = seenOf(*widget, shown);
        if (seen.width() + 1 < widget->width() || seen.height() + 1 < widget->height())
            violations.append(violation(nameOf(*widget) + u" in "_s + nameOf(*widget->parentWidget()), {},
                                        widget->size(), seen.size()));
    }
    return violations;
}

QStringList scrolledButtons(const QWidget &shown)
{
    QStringList violations;
    for (const auto *button : visibleIn<QPushButton>(shown)) {
        const bool endsDialog = qobject_cast<const QDialogButtonBox *>(button->parentWidget())
            || (qobject_cast<const AccentButton *>(button) && qobject_cast<const QDialog *>(&shown));
        if (endsDialog && button->visibleRegion() != QRegion(button->rect()))
            violations.append(nameOf(*button) + u" “%1” is scrolled out of view"_s.arg(button->text()));
    }
    return violations;
}

QStringList cutBeforeLess(const QWidget &shown)
{
    QStringList violations;
    for (auto *view : visibleIn<BoardView>(shown)) {
        const auto *delegate = qobject_cast<const BoardDelegate *>(view->itemDelegate());
        for (auto index = view->indexAt(QPoint(1, 1)); index.isValid(); index = view->indexBelow(index)) {
            if (index.data(BoardModel::KindRole).value<BoardModel::Kind>() == BoardModel::Kind::Group)
                continue;
            const auto columns = delegate->columnsOf(index, view->visualRect(index), view->font(), Qt::LeftToRight);
            const auto needed = BoardDelegate::neededBy(index, view->font());
            const bool isCut = columns.name.right() - columns.fold.left() + 1 < needed.name
                || columns.versions.width() < needed.versions;
            const bool hasLessImportant = !columns.badge.isEmpty() || !columns.marks.isEmpty()
                || !columns.pods.isEmpty() || !columns.time.isEmpty();
            if (isCut && hasLessImportant)
                violations.append(index.data().toString() + u" is cut although less is shown"_s);
        }
    }
    return violations;
}

} // namespace lynceus::test
