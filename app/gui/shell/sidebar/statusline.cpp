#include "app/gui/shell/sidebar/statusline.h"

#include "app/gui/widgets/labels/fittedlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/painting/statemarks.h"
#include "app/gui/widgets/painting/tones.h"
#include "app/gui/widgets/text/relativefont.h"
#include "core/domain/text/facts.h"
#include "core/domain/text/nearest.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kOnce{8}; ///< enough time to read it twice

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_label(new FittedLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 4);
    layout->addWidget(m_label);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    setRelativeFont(m_label, 0.92);
    m_once.setSingleShot(true);
    connect(&m_once, &QTimer::timeout, this, [this] { show(m_standing); });
}

void StatusLine::say(const QMap<QString, InstanceState> &instances)
{
    int applications = 0;
    QStringList troubles;
    for (const auto &state : instances) {
        applications += state.applications;
        if (state.connection != Connection::Live && state.connection != Connection::Polling)
            troubles.push_back(tr("%1 %2").arg(state.instance.name, markOf(state.connection).word));
    }
    std::ranges::sort(troubles,
                      [](const QString &left, const QString &right) { return compareNaturally(left, right) < 0; });
    QStringList parts;
    if (!instances.isEmpty()) {
        const auto count = applications == 1 ? tr("1 application") : tr("%Ln applications", nullptr, applications);
        parts.push_back(instances.size() == 1 ? tr("%1 on one instance").arg(count)
                                              : tr("%1 on %n instances", nullptr, int(instances.size())).arg(count));
    }
    m_standing = joinedFacts(parts + troubles);
    if (!m_once.isActive())
        show(m_standing);
}

void StatusLine::sayOnce(const QString &sentence)
{
    show(sentence);
    m_once.start(kOnce);
    QAccessibleEvent event(m_label, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void StatusLine::show(const QString &sentence)
{
    m_label->setText(sentence);
    setPlainToolTip(m_label, sentence); // the complete sentence
}

QString StatusLine::text() const
{
    return m_label->text();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const auto tones = tonesOf(palette());
    QPainter(this).fillRect(0, 0, width(), 1, tones.line);
}

} // namespace lynceus
