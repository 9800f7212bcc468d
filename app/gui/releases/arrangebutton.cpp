#include "app/gui/releases/arrangebutton.h"

#include "app/gui/widgets/painting/icons.h"

#include <QActionGroup>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace lynceus {

ArrangeButton::ArrangeButton(QWidget *parent)
    : QToolButton(parent)
    , m_groupings(new QActionGroup(this))
    , m_sortings(new QActionGroup(this))
{
    setIcon(glyphIcon("rows-3"_L1));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(this);
    const auto add = [menu](QActionGroup *group, const QString &text, int value) {
        auto *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(value);
        group->addAction(action);
    };
    menu->addSection(tr("Group by"));
    add(m_groupings, tr("Attention"), int(BoardGrouping::Attention));
    add(m_groupings, tr("Environment"), int(BoardGrouping::Environment));
    add(m_groupings, tr("Release"), int(BoardGrouping::Release));
    add(m_groupings, tr("Instance"), int(BoardGrouping::Instance));
    menu->addSection(tr("Sort by"));
    add(m_sortings, tr("Urgency"), int(BoardSorting::Urgency));
    add(m_sortings, tr("Deadline"), int(BoardSorting::Deadline));
    add(m_sortings, tr("Name"), int(BoardSorting::Name));
    setMenu(menu);
    connect(m_groupings, &QActionGroup::triggered, this, [this](const QAction *action) {
        choose({BoardGrouping(action->data().toInt()), m_arrangement.sorting});
    });
    connect(m_sortings, &QActionGroup::triggered, this, [this](const QAction *action) {
        choose({m_arrangement.grouping, BoardSorting(action->data().toInt())});
    });
    setArrangement({});
}

void ArrangeButton::setArrangement(const BoardArrangement &arrangement)
{
    m_arrangement = arrangement;
    const auto check = [](QActionGroup *group, int value) {
        const auto actions = group->actions();
        for (auto *action : actions) {
            if (action->data().toInt() == value)
                action->setChecked(true);
        }
        return group->checkedAction()->text();
    };
    const auto grouping = check(m_groupings, int(arrangement.grouping));
    const auto sorting = check(m_sortings, int(arrangement.sorting));
    setText(tr("Group: %1").arg(grouping));
    setAccessibleName(tr("Grouped by %1, sorted by %2").arg(grouping, sorting));
}

void ArrangeButton::choose(const BoardArrangement &arrangement)
{
    if (arrangement == m_arrangement)
        return;
    setArrangement(arrangement);
    Q_EMIT arranged(arrangement);
}

} // namespace lynceus
