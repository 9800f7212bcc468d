#pragma once

#include "app/cli/explain/diagnosis.h"
#include "app/cli/sessions/inspectsession.h"

namespace lynceus {

/// Diagnoses an application, requests the events of broken or pending resources, and diagnoses again with them: the
/// current problem, as a watch would report it.
class DiagnoseSession : public InspectSession
{
    Q_OBJECT
public:
    DiagnoseSession(InspectOptions options, ServerConnection connection, const Clock &clock);

protected:
    /// inspection() and diagnosis() are complete: prints now or later.
    virtual void diagnosed() { print(); }
    /// Prints what is known and ends; does nothing if the session has ended.
    virtual void print() = 0;
    /// Ends with what is known: events and logs only add details.
    void timeOut() override;

    [[nodiscard]] const Inspection &inspection() const { return m_inspection; }
    [[nodiscard]] Diagnosis &diagnosis() { return m_diagnosis; }
    [[nodiscard]] const QString &project() const { return m_inspection.application->project; }

private:
    void show(const Inspection &inspection) override;
    void check();
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
