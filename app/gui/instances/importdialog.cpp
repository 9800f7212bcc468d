#include "app/gui/instances/importdialog.h"

#include "app/gui/widgets/accessibility/taborder.h"
#include "app/gui/widgets/dialogs/growingdialog.h"
#include "app/gui/widgets/labels/plainlabel.h"
#include "app/gui/widgets/labels/tooltips.h"
#include "app/gui/widgets/pages/banner.h"
#include "app/gui/widgets/style/windowstyle.h"
#include "core/domain/text/visibletext.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Address, Remark };

constexpr int kContextRole = Qt::UserRole; ///< the context's name in the file

QString remarkOn(const ImportableContext &context)
{
    if (!context.problem.isEmpty())
        return context.problem;
    if (context.isThere)
        return ImportDialog::tr("already added");
    return context.hasToken ? ImportDialog::tr("with token") : ImportDialog::tr("sign in after import");
}

} // namespace

ImportDialog::ImportDialog(Engine &engine, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_file(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_banner(new Banner(this))
    , m_import(new QPushButton(this))
{
    setWindowTitle(tr("Import contexts"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    tabAsRead(this);
    growWithContent(this);
    connect(m_file, &QLineEdit::editingFinished, this, &ImportDialog::read);
    connect(m_list, &QTreeWidget::itemChanged, this, &ImportDialog::showCount);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::import);
    read();
}

void ImportDialog::build()
{
    m_file->setPlaceholderText(tr("the default location of the argocd CLI"));
    m_file->setAccessibleName(tr("Configuration of the argocd CLI"));
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    m_list->setHeaderLabels({tr("Context"), tr("Address"), tr("Note")});
    m_list->setAccessibleName(tr("Contexts"));
    m_list->setRootIsDecorated(false);
    m_list->header()->resizeSection(Name, 160);
    m_list->header()->resizeSection(Address, 240);
    makePrimary(m_import);
    m_import->setDefault(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_import, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(choose, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Configuration of the argocd CLI"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
            m_file->setText(file);
            read();
        });
        dialog->open();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    auto *purpose = new PlainLabel(
        tr("Adds the contexts of the argocd CLI as instances. The CLI's configuration file is not changed."), this);
    purpose->setWordWrap(true);
    layout->addWidget(purpose);
    layout->addLayout(row);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_banner);
    layout->addWidget(buttons);
    resize(720, 420);
}

void ImportDialog::read()
{
    m_list->clear();
    m_banner->hide();
    showCount();
    m_engine.importableContexts(m_file->text(), this)
        .then(this, [this, asked = ++m_asked](const Result<std::vector<ImportableContext>> &contexts) {
            if (asked != m_asked)
                return;
            if (!contexts)
                m_banner->say(StateRole::Held, contexts.error().message);
            else
                offer(*contexts);
        });
}

void ImportDialog::offer(const std::vector<ImportableContext> &contexts)
{
    for (const auto &context : contexts) {
        auto *row = new QTreeWidgetItem(m_list,
                                        {visibleLine(context.name), visibleLine(context.instance.baseUrl.toString()),
                                         visibleLine(remarkOn(context))});
        row->setData(Name, kContextRole, context.name);
        const bool possible = context.problem.isEmpty() && !context.isThere;
        row->setFlags(possible ? Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable
                               : Qt::ItemIsSelectable);
        row->setCheckState(Name, possible ? Qt::Checked : Qt::Unchecked);
        row->setData(Remark, Qt::ToolTipRole, toolTipText(row->text(Remark)));
    }
    if (contexts.empty())
        m_banner->say(StateRole::Neutral, tr("This file contains no contexts."));
    showCount();
}

QStringList ImportDialog::chosen() const
{
    QStringList names;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->checkState(Name) == Qt::Checked)
            names.push_back(m_list->topLevelItem(row)->data(Name, kContextRole).toString());
    }
    return names;
}

void ImportDialog::showCount()
{
    const int count = int(chosen().size());
    m_import->setText(count == 0 ? tr("Import") : tr("Import %1").arg(count));
    m_import->setEnabled(count > 0);
}

void ImportDialog::import()
{
    m_import->setEnabled(false);
    m_engine.importContexts(m_file->text(), chosen(), this).then(this, [this](const Result<QStringList> &ids) {
        showCount();
        if (!ids) {
            m_banner->say(StateRole::Bad, ids.error().message);
            return;
        }
        Q_EMIT imported(*ids);
        accept();
    });
}

} // namespace lynceus
