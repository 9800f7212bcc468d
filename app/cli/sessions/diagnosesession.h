#pragma once

#include "app/cli/explain/diagnosis.h"
#include "app/cli/sessions/inspectsession.h"

namespace lynceus {

/// Looks at an application, asks for the events of what is broken or awaited, and looks again with them: what is wrong
/// now, as a watch would say it.
class DiagnoseSession : public InspectSession
{
    Q_OBJECT
public:
    DiagnoseSession(InspectOptions options, ServerConnection connection, const Clock &clock);

protected:
    /// inspection() and diagnosis() are complete: prints, now or later.
    virtual void diagnosed() { print(); }
    /// Prints what is known, and ends; nothing if it is over already.
    virtual void print() = 0;
    /// Events and logs only add to what is known.
    void timeOut() override;

    [[nodiscard]] const Inspection &inspection() const { return m_inspection; }
    [[nodiscard]] Diagnosis &diagnosis() { return m_diagnosis; }
    [[nodiscard]] const QString &project() const { return m_inspection.application->project; }

private:
    void show(const Inspection &inspection) override;
    void look();
    void readEvents(const ResourceNode &node);
    void readApplicationEvents();
    void take(const Result<Answer<std::vector<ResourceEvent>>> &answer);
    void eventsRead();

    Inspection m_inspection;
    Diagnosis m_diagnosis;
    std::vector<ResourceEvent> m_events;
    int m_awaited = 0;
};

} // namespace lynceus
