#include "app/gui/help/helpwindow.h"

#include "app/gui/widgets/dialogs/growingdialog.h"
#include "app/gui/widgets/dialogs/reportview.h"

#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>

#include <array>

// As in icons.cpp: the linker omits resources of a static library without this macro.
static void loadDocs()
{
    Q_INIT_RESOURCE(docs);
}

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

struct Topic
{
    QLatin1StringView file;
    const char *title;
};

constexpr std::array kTopics{
    Topic{"README.md"_L1, QT_TRANSLATE_NOOP("lynceus::HelpWindow", "Overview")},
    Topic{"docs/verdicts.md"_L1, QT_TRANSLATE_NOOP("lynceus::HelpWindow", "Verdicts")},
    Topic{"docs/deployments.md"_L1, QT_TRANSLATE_NOOP("lynceus::HelpWindow", "Deployments")},
    Topic{"docs/recordings.md"_L1, QT_TRANSLATE_NOOP("lynceus::HelpWindow", "Recordings")},
    Topic{"docs/serve.md"_L1, QT_TRANSLATE_NOOP("lynceus::HelpWindow", "Team server")},
    Topic{"docs/service.md"_L1, QT_TRANSLATE_NOOP("lynceus::HelpWindow", "Background service")},
    Topic{"CHANGELOG.md"_L1, QT_TRANSLATE_NOOP("lynceus::HelpWindow", "What is new")},
};

/// Removes pictures, which are not built in, and tables without a heading, which contain only pictures.
QString withoutPictures(const QString &page)
{
    QStringList kept;
    const auto lines = page.split(u'\n');
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const bool isBareTable = lines[at] == "| | |"_L1;
        if (!isBareTable && !lines[at].contains("!["_L1))
            kept.append(lines[at]);
        at += isBareTable ? 1 : 0; // skip the line below its heading
    }
    return kept.join(u'\n');
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QDialog(parent)
    , m_topics(new QListWidget(this))
    , m_page(new ReportView(this))
{
    loadDocs();
    setWindowTitle(tr("Help"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_topics->setAccessibleName(tr("Topics"));
    m_topics->setFrameShape(QFrame::NoFrame);
    m_page->setAccessibleName(tr("Page"));
    m_page->setFrameShape(QFrame::NoFrame);
    for (const auto &topic : kTopics)
        m_topics->addItem(tr(topic.title));
    fitTopics();
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_topics);
    row->addWidget(m_page, 1);
    connect(m_topics, &QListWidget::currentRowChanged, this, &HelpWindow::showPage);
    connect(m_page, &ReportView::anchorClicked, this, &HelpWindow::follow);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().lineSpacing() * 40);
    m_topics->setCurrentRow(0);
    growWithContent(this);
}

void HelpWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitTopics();
}

void HelpWindow::fitTopics()
{
    m_topics->setFixedWidth(m_topics->sizeHintForColumn(0) + 3 * fontMetrics().averageCharWidth());
}

void HelpWindow::showPage(int topic)
{
    if (topic < 0)
        return;
    QFile file(u":/docs/"_s + kTopics[std::size_t(topic)].file);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(isThere, "topic", qPrintable(file.fileName()));
    if (isThere)
        m_page->setMarkdown(withoutPictures(QString::fromUtf8(file.readAll())));
}

/// Opens another topic or a web page; files that are not built in cannot be shown.
void HelpWindow::follow(const QUrl &link)
{
    if (!link.isRelative())
        return Q_EMIT pageAsked(link);
    const auto here = QString(kTopics[std::size_t(m_topics->currentRow())].file);
    const auto folder = here.contains(u'/') ? here.section(u'/', 0, -2) + u'/' : QString();
    const auto wanted = QDir::cleanPath(folder + link.path());
    for (std::size_t topic = 0; topic < kTopics.size(); ++topic) {
        if (wanted == kTopics[topic].file)
            m_topics->setCurrentRow(int(topic));
    }
}

} // namespace lynceus
