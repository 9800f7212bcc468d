#pragma once

#include "core/engine/facade/applicationview.h"

#include <QPointer>
#include <QTimeZone>
#include <QWidget>

#include <memory>
#include <vector>

class QTimer;
class QTreeView;

namespace lynceus {

class PlainLabel;

class Clock;
class EventsModel;

/// Events of the application and of the selected resource. While visible, requests them at once, and some seconds after
/// each change.
class EventsTab final : public QWidget
{
    Q_OBJECT
public:
    explicit EventsTab(const Clock &clock, QWidget *parent = nullptr);

    /// @p view null: no requests are possible.
    void inspect(ApplicationView *view, const std::optional<ResourceNode> &resource);
    /// The tree changed: there may be new events.
    void noteChange();
    void clear();
    void setZone(const QTimeZone &zone);

Q_SIGNALS:
    void countChanged(int count);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// In a narrow window, shortens the columns before the message. Keeps widths that the user chose.
    void fitColumns();
    void ask();
    void take(bool ofApplication, const Result<std::vector<ResourceEvent>> &events);
    void showAll();

    const Clock &m_clock;
    QPointer<ApplicationView> m_view;
    std::optional<ResourceNode> m_resource;
    std::unique_ptr<QObject> m_questions; ///< context of the last requests: deleting it drops earlier responses
    std::vector<ResourceEvent> m_ofApplication;
    std::vector<ResourceEvent> m_ofResource;
    QString m_error;
    int m_open = 0; ///< number of pending requests
    PlainLabel *m_heading;
    EventsModel *m_model;
    QTreeView *m_list;
    std::vector<int> m_widths; ///< as set by fitColumns()
    PlainLabel *m_message;
    QTimer *m_again;
    QTimer *m_ages;
};

} // namespace lynceus
