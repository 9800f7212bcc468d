#include "app/gui/shell/palette/shortcutsheet.h"

#include "app/gui/widgets/dialogs/growingdialog.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const auto &key : action.shortcuts())
        keys.push_back(key.toString(QKeySequence::NativeText));
    return keys.join(u"  "_s);
}

} // namespace

ShortcutSheet::ShortcutSheet(const std::vector<Group> &groups, QWidget *parent)
    : QDialog(parent)
    , m_line(new QLineEdit(this)) // first, so that Tab moves from it to the list
    , m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_line->setPlaceholderText(tr("Find a shortcut"));
    m_line->setAccessibleName(tr("Find a shortcut"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    m_list->setHeaderLabels({tr("What"), tr("Key")});
    m_list->setAccessibleName(tr("Keys"));
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    for (const auto &group : groups) {
        auto *title = new QTreeWidgetItem(m_list, {group.title});
        auto font = title->font(0);
        font.setWeight(QFont::DemiBold);
        title->setFont(0, font);
        title->setFlags(Qt::ItemIsEnabled);
        for (const auto *action : group.actions) {
            if (!action->shortcut().isEmpty())
                new QTreeWidgetItem(title, {action->text().remove(u'…'), keysOf(*action)});
        }
    }
    m_list->expandAll();
    connect(m_line, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    resize(460, 520);
    growWithContent(this);
}

void ShortcutSheet::filter(const QString &typed)
{
    for (int group = 0; group < m_list->topLevelItemCount(); ++group) {
        auto *title = m_list->topLevelItem(group);
        int shown = 0;
        for (int row = 0; row < title->childCount(); ++row) {
            auto *action = title->child(row);
            const bool fits = action->text(0).contains(typed, Qt::CaseInsensitive)
                || action->text(1).contains(typed, Qt::CaseInsensitive);
            action->setHidden(!fits);
            shown += fits ? 1 : 0;
        }
        title->setHidden(shown == 0);
    }
}

} // namespace lynceus
