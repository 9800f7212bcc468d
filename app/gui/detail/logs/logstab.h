#pragma once

#include "core/engine/facade/applicationview.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QTimer;

namespace lynceus {

class PlainLabel;

class LogText;

/// What the containers of a pod say, followed while it is visible.
class LogsTab final : public QWidget
{
    Q_OBJECT
public:
    explicit LogsTab(QWidget *parent = nullptr);

    /// The pods below @p resource are offered, those with problems first; all of the tree if it has none.
    /// @p project for the words where logs may not be read.
    void look(ApplicationView *view, const std::optional<ResourceNode> &resource, const QString &project);
    void clear();
    [[nodiscard]] bool wraps() const;
    void setWraps(bool wraps);
    void find();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildBar();
    void connectBar();
    void addKeys();
    void offerPods();
    void keepWhatIsRead(const std::optional<ResourceNode> &before);
    void askForContainers();
    void offerContainers(const QStringList &containers);
    void open();
    void close();
    void take(const std::vector<LogLine> &lines);
    void end(const std::optional<Error> &error);
    void flush();
    void showState();
    void copyAll() const;
    [[nodiscard]] std::optional<ResourceNode> pod() const;

    QPointer<ApplicationView> m_view;
    std::optional<ResourceNode> m_resource;
    QString m_project;
    std::vector<ResourceNode> m_pods;     ///< as offered
    QString m_openPod;                    ///< uid of the pod that is followed
    std::optional<ResourceKey> m_openFor; ///< what was selected then
    int m_openRestarts = 0;               ///< of it: a container that ended and came again is followed again
    std::unique_ptr<QObject> m_question;
    QPointer<LogView> m_log;
    QStringList m_arrived; ///< collected until the next m_collect
    QString m_note;        ///< what is to be said instead of, or after, the lines
    bool m_hasLines = false;
    bool m_ended = false;
    QStringList m_offered;

    QComboBox *m_podChoice;
    QComboBox *m_containerChoice;
    QCheckBox *m_previous;
    QCheckBox *m_wrap;
    QLineEdit *m_search;
    PlainLabel *m_found;
    LogText *m_text;
    PlainLabel *m_state;
    QPushButton *m_follow;
    QPushButton *m_copy;
    QTimer *m_collect;
};

} // namespace lynceus
