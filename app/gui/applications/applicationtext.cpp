#include "app/gui/applications/applicationtext.h"

#include "app/gui/widgets/agetext.h"
#include "app/gui/widgets/statemarks.h"
#include "core/domain/model/lastsync.h"

#include <QCoreApplication>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Applications", text);
}

OperationPhase phaseOf(const Application &application)
{
    return application.operationState ? application.operationState->phase : OperationPhase::None;
}

QString lastSyncText(const Application &application, Instant now)
{
    const auto phase = phaseOf(application);
    if (phase == OperationPhase::Running || phase == OperationPhase::Terminating)
        return words("now");
    const auto at = lastSyncOf(application);
    if (!at)
        return u"–"_s;
    const bool failed = phase == OperationPhase::Failed || phase == OperationPhase::Error;
    return failed ? words("failed %1").arg(agoText(now - *at)) : agoText(now - *at);
}

} // namespace

QString titleOf(ApplicationColumn column)
{
    switch (column) {
    case ApplicationColumn::Name:
        return words("Application");
    case ApplicationColumn::Instance:
        return words("Instance");
    case ApplicationColumn::Project:
        return words("Project");
    case ApplicationColumn::Health:
        return words("Health");
    case ApplicationColumn::Sync:
        return words("Sync");
    case ApplicationColumn::Images:
        return words("Images");
    case ApplicationColumn::LastSync:
        return words("Last sync");
    case ApplicationColumn::DataAge:
        return words("Data age");
    }
    Q_UNREACHABLE();
}

QString textOf(const ApplicationRow &row, const InstanceState &instance, ApplicationColumn column, Instant now)
{
    const auto &application = row.application();
    switch (column) {
    case ApplicationColumn::Name:
        return application.name;
    case ApplicationColumn::Instance:
        return instance.instance.name;
    case ApplicationColumn::Project:
        return application.project;
    case ApplicationColumn::Health:
        return markOf(application.health.status).word;
    case ApplicationColumn::Sync:
        return markOf(application.sync, phaseOf(application)).word;
    case ApplicationColumn::Images:
        return application.summaryImages.isEmpty() ? u"–"_s : imagesText(application);
    case ApplicationColumn::LastSync:
        return lastSyncText(application, now);
    case ApplicationColumn::DataAge:
        return instance.heardAt ? ageText(now - *instance.heardAt) : u"–"_s;
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
