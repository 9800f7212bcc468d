#pragma once

#include <QDialog>
#include <QUrl>

class QListWidget;

namespace lynceus {

class ReportView;

/// The documentation of this version, built into the program: nothing is loaded from files or the network.
class HelpWindow final : public QDialog
{
    Q_OBJECT
public:
    explicit HelpWindow(QWidget *parent = nullptr);

Q_SIGNALS:
    /// A link to a web page was clicked; open it in the browser.
    void pageAsked(const QUrl &page);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitTopics();
    void showPage(int topic);
    void follow(const QUrl &link);

    QListWidget *m_topics;
    ReportView *m_page;
};

} // namespace lynceus
