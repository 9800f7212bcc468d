#pragma once

#include "core/engine/facade/applicationview.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QTimer;

namespace lynceus {

class PlainLabel;

class LogText;

/// Logs of a pod's containers, followed while visible.
class LogsTab final : public QWidget
{
    Q_OBJECT
public:
    explicit LogsTab(QWidget *parent = nullptr);

    /// Offers the pods below @p resource, those with problems first; all pods of the tree if it is empty. @p project is
    /// used in the message if logs may not be read.
    void inspect(ApplicationView *view, const std::optional<ResourceNode> &resource, const QString &project);
    void clear();
    [[nodiscard]] bool wraps() const;
    void setWraps(bool wraps);
    void find();
    /// With the search below the choices.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildBar();
    void placeSearch();
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
    std::vector<ResourceNode> m_pods;     ///< in the offered order
    QString m_openPod;                    ///< uid of the followed pod
    std::optional<ResourceKey> m_openFor; ///< the selected resource at that time
    int m_openRestarts = 0;               ///< restarts of the pod: a restarted container is followed again
    std::unique_ptr<QObject> m_question;
    QPointer<LogView> m_log;
    QStringList m_arrived; ///< lines collected until the next m_collect
    QString m_note;        ///< text shown instead of the lines, or after them
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
    QHBoxLayout *m_choices;
    QHBoxLayout *m_below; ///< of the search where it has no room beside the choices
    QHBoxLayout *m_foot;
};

} // namespace lynceus
