#include "app/gui/applications/applicationspage.h"
#include "app/gui/applications/applicationsview.h"
#include "app/gui/applications/applicationtext.h"
#include "app/gui/applications/pinmemory.h"
#include "app/gui/widgets/clipboard.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/menutext.h"
#include "core/domain/model/applicationurl.h"
#include "core/io/desktop/opener.h"
#include "core/io/settings/windowmemory.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>

// What can be done with rows and filters of ApplicationsPage.

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kSavedKey = "applications/savedFilters"_L1;

} // namespace

void ApplicationsPage::addActions()
{
    const auto add = [this](QLatin1StringView id, const QString &text, QLatin1StringView glyph, const QKeySequence &key,
                            auto then) {
        auto *action = new QAction(glyphIcon(glyph), text, m_view);
        action->setObjectName(id);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, then);
        m_view->addAction(action);
    };
    add("applications.watch"_L1, tr("Watch…"), "plus"_L1, Qt::Key_W, [this] { askToWatch(); });
    add("applications.open"_L1, tr("Open in Argo CD"), "external-link"_L1, Qt::CTRL | Qt::Key_O,
        [this] { openInBrowser(m_view->selectedKeys()); });
    add("applications.pin"_L1, tr("Pin or unpin"), "pin"_L1, Qt::Key_P, [this] { togglePins(m_view->selectedKeys()); });
    add("applications.copy"_L1, tr("Copy as table"), "copy"_L1, QKeySequence::Copy, [this] { copyTable(); });
    add("applications.project"_L1, tr("Only this project"), "list-filter"_L1, {}, [this] {
        if (const auto index = m_view->currentIndex(); index.isValid())
            m_field->setText(u"project:%1"_s.arg(m_model->row(index.row()).application().project));
    });
    add("applications.instance"_L1, tr("Only this instance"), "list-filter"_L1, {}, [this] {
        const auto index = m_view->currentIndex();
        if (!index.isValid())
            return;
        const auto name = m_model->instanceOf(m_model->row(index.row())).instance.name;
        m_field->setText(name.contains(u' ') ? u"instance:\"%1\""_s.arg(name) : u"instance:"_s + name);
    });
}

void ApplicationsPage::askToWatch()
{
    if (const auto keys = m_view->selectedKeys(); !keys.empty())
        Q_EMIT watchAsked(keys);
}

void ApplicationsPage::showContextMenu(const QPoint &position)
{
    if (!m_view->indexAt(position).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_view->actions());
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void ApplicationsPage::togglePins(const std::vector<ApplicationKey> &keys)
{
    auto pinned = m_model->pinned();
    const bool allPinned =
        std::ranges::all_of(keys, [&pinned](const ApplicationKey &key) { return pinned.contains(key); });
    for (const auto &key : keys) {
        if (allPinned)
            pinned.remove(key);
        else
            pinned.insert(key);
    }
    m_model->setPinned(pinned);
    writePins(m_memory, pinned);
}

void ApplicationsPage::copyTable() const
{
    std::vector<ApplicationColumn> columns;
    for (int visual = 0; visual < kApplicationColumns; ++visual) {
        const int section = m_view->header()->logicalIndex(visual);
        if (!m_view->isColumnHidden(section))
            columns.push_back(ApplicationColumn(section));
    }
    std::vector<QStringList> rows(1);
    for (const auto column : columns)
        rows[0].push_back(titleOf(column));
    for (const auto &key : m_view->selectedKeys()) {
        QStringList cells;
        for (const auto column : columns)
            cells.push_back(m_model->text(m_model->rowOf(key), column));
        rows.push_back(cells);
    }
    copyText(tableText(rows), tableHtml(rows));
}

void ApplicationsPage::openInBrowser(const std::vector<ApplicationKey> &keys) const
{
    constexpr std::size_t kMost = 8; // nobody wants forty tabs by one slip of a key
    for (std::size_t i = 0; i < qMin(kMost, keys.size()); ++i) {
        const int row = m_model->rowOf(keys[i]);
        if (row >= 0)
            std::ignore =
                Opener().open(applicationUrl(m_model->instanceOf(m_model->row(row)).instance.baseUrl, keys[i]));
    }
}

void ApplicationsPage::explain()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QLocale locale;
    const auto text = m_field->text();
    const auto hidden = m_model->hiddenByToken();
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        const auto &token = m_model->filter().tokens[i];
        const auto word = text.mid(token.start, token.length);
        if (!token.problem.isEmpty()) {
            menu->addAction(glyphIcon("triangle-alert"_L1, StateRole::Held), menuText(token.problem))
                ->setEnabled(false);
            continue;
        }
        auto *action = menu->addAction(tr("%1 hides %2: clear it").arg(menuText(word), locale.toString(hidden[i])));
        connect(action, &QAction::triggered, this, [this, token] {
            auto rest = m_field->text();
            m_field->setText(rest.remove(token.start, token.length).simplified());
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Show all %1").arg(locale.toString(m_model->total()))), &QAction::triggered, this,
            [this] { m_field->setText({}); });
    menu->popup(m_field->mapToGlobal(QPoint(m_field->width() - menu->sizeHint().width(), m_field->height())));
}

void ApplicationsPage::fillSavedMenu()
{
    m_savedMenu->clear();
    const auto saved = m_memory.texts(kSavedKey);
    for (const auto &filter : saved) {
        connect(m_savedMenu->addAction(glyphIcon("bookmark"_L1), menuText(filter)), &QAction::triggered, this,
                [this, filter] { m_field->setText(filter); });
    }
    if (!saved.isEmpty())
        m_savedMenu->addSeparator();
    const auto current = m_field->text().trimmed();
    auto *keep = m_savedMenu->addAction(glyphIcon("plus"_L1), tr("Save this filter"));
    keep->setEnabled(!current.isEmpty() && !saved.contains(current));
    connect(keep, &QAction::triggered, this,
            [this, current] { m_memory.setTexts(kSavedKey, m_memory.texts(kSavedKey) << current); });
    auto *forget = m_savedMenu->addAction(glyphIcon("trash-2"_L1), tr("Delete this filter"));
    forget->setEnabled(saved.contains(current));
    connect(forget, &QAction::triggered, this, [this, current] {
        auto rest = m_memory.texts(kSavedKey);
        rest.removeAll(current);
        m_memory.setTexts(kSavedKey, rest);
    });
}

} // namespace lynceus
