#include "app/gui/versions/servicesheader.h"

#include "app/gui/versions/versionsmodel.h"
#include "app/gui/widgets/painting/tones.h"
#include "core/domain/text/visibletext.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyle>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStripe = 4; ///< px at 100 %, same as in Applications
constexpr int kPadding = 12;

} // namespace

ServicesHeader::ServicesHeader(const VersionsModel &model, QWidget *parent)
    : QHeaderView(Qt::Vertical, parent)
    , m_model(model)
    , m_width(fontMetrics().averageCharWidth() * 30)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setAccessibleName(tr("Services"));
}

void ServicesHeader::setServiceWidth(int width)
{
    if (m_width == width)
        return;
    m_width = width;
    updateGeometry();
    Q_EMIT geometriesChanged();
}

QSize ServicesHeader::sizeHint() const
{
    return {m_width, QHeaderView::sizeHint().height()};
}

/// Styles draw the area below the last row as the end of a header.
void ServicesHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    const auto tones = tonesOf(palette());
    const int below = qMax(0, length() - offset());
    QPainter painter(viewport());
    painter.fillRect(QRect(0, below, viewport()->width(), viewport()->height() - below), tones.panel);
}

void ServicesHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const auto tones = tonesOf(palette());
    const auto *view = qobject_cast<const QAbstractItemView *>(parentWidget());
    const bool selected = view && view->selectionModel() && view->selectionModel()->rowIntersectsSelection(section, {});
    const auto direction = layoutDirection();
    painter->save();
    painter->fillRect(rect, selected ? tones.selection : tones.panel);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tones.line);
    const int edge = direction == Qt::RightToLeft ? rect.left() : rect.right();
    painter->fillRect(QRect(edge, rect.top(), 1, rect.height()), tones.line);
    if (m_model.differs(section)) {
        const QRect stripe(rect.left(), rect.top() + 3, kStripe, rect.height() - 7);
        painter->fillRect(QStyle::visualRect(direction, rect, stripe), tones.of(StateRole::Held).foreground);
    }
    const auto repository = visibleLine(m_model.repository(section));
    const auto cut = repository.lastIndexOf(u'/') + 1;
    auto bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font());
    const QFontMetrics boldMetrics(bold);
    const QRect inner = rect.adjusted(kPadding, 0, -kPadding, -1);
    const int height = boldMetrics.height() + metrics.height();
    const int top = inner.top() + (inner.height() - height) / 2;
    const auto alignment = int(Qt::AlignVCenter | QStyle::visualAlignment(direction, Qt::AlignLeading));
    painter->setLayoutDirection(Qt::LeftToRight); // names of images
    painter->setFont(bold);
    painter->setPen(selected ? tones.selectedText : tones.text);
    painter->drawText(QRect(inner.left(), top, inner.width(), boldMetrics.height()), alignment,
                      boldMetrics.elidedText(repository.mid(cut), Qt::ElideMiddle, inner.width()));
    painter->setFont(font());
    painter->setPen(selected ? tones.selectedText : tones.muted);
    painter->drawText(QRect(inner.left(), top + boldMetrics.height(), inner.width(), metrics.height()), alignment,
                      metrics.elidedText(repository.left(qMax(qsizetype(0), cut - 1)), Qt::ElideLeft, inner.width()));
    painter->restore();
}

} // namespace lynceus
