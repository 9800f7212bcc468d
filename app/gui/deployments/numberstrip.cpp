#include "app/gui/deployments/numberstrip.h"

#include "app/gui/widgets/labels/fittedlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/text/relativefont.h"
#include "core/engine/deployments/deploymentreport.h"

#include <QEvent>
#include <QGridLayout>

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMargin = 16;

} // namespace

NumberStrip::NumberStrip(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(kMargin, 0, kMargin, 8);
    m_grid->setHorizontalSpacing(kMargin);
    m_grid->setVerticalSpacing(kMargin / 4);
    const auto count = numberTexts({}).size();
    for (std::size_t i = 0; i < count; ++i) {
        Tile tile{new QWidget(this), new FittedLabel(this), new FittedLabel(this), new FittedLabel(this)};
        auto *column = new QVBoxLayout(tile.frame);
        column->setContentsMargins({});
        column->setSpacing(0);
        setRelativeFont(tile.value, 1.15, QFont::DemiBold);
        tile.name->setObjectName(u"nameOfNumber"_s);
        tile.samples->setObjectName(u"samplesOfNumber"_s);
        for (auto *muted : {tile.name, tile.samples})
            muted->setForegroundRole(QPalette::PlaceholderText);
        for (auto *label : {tile.name, tile.value, tile.samples}) {
            // QLabel aligns by the direction of its text; the labels of a tile must line up.
            label->setAlignment(Qt::AlignAbsolute | Qt::AlignVCenter
                                | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft));
            column->addWidget(label);
        }
        m_tiles.push_back(tile);
    }
    show(DeploymentTrend{});
    arrange();
}

bool NumberStrip::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        arrange();
    return QWidget::event(event);
}

void NumberStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

int NumberStrip::columnsThatFit() const
{
    int widest = 1;
    for (const auto &tile : m_tiles) {
        for (const auto *label : {tile.name, tile.samples})
            widest = std::max(widest, label->fontMetrics().horizontalAdvance(label->text()) + 2);
    }
    const auto columns = (width() - kMargin) / (widest + kMargin);
    return std::clamp(columns, 1, int(m_tiles.size()));
}

void NumberStrip::arrange()
{
    const int columns = columnsThatFit();
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < int(m_tiles.size()); ++i) {
        m_grid->addWidget(m_tiles[std::size_t(i)].frame, i / columns, i % columns);
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
}

void NumberStrip::show(const DeploymentTrend &trend)
{
    const auto texts = numberTexts(trend);
    for (std::size_t i = 0; i < m_tiles.size() && i < texts.size(); ++i) {
        const auto &text = texts[i];
        const auto &tile = m_tiles[i];
        tile.name->setText(text.name);
        tile.value->setText(text.value);
        tile.samples->setText(text.samples);
        const auto tip = tr("%1: %2 %3\n%4\nPeriod before: %5")
                             .arg(text.name, text.value, text.samples, text.definition, text.before);
        for (QWidget *part : std::initializer_list<QWidget *>{tile.frame, tile.name, tile.value, tile.samples})
            setPlainToolTip(part, tip);
        tile.frame->setAccessibleName(u"%1: %2 %3"_s.arg(text.name, text.value, text.samples));
        tile.frame->setAccessibleDescription(text.definition);
    }
    arrange();
}

} // namespace lynceus
