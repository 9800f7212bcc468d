#include "app/gui/applications/applicationtext.h"

#include "app/gui/widgets/painting/statemarks.h"
#include "app/gui/widgets/text/agetext.h"
#include "core/domain/model/lastsync.h"

#include <QCoreApplication>

namespace lynceus {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Applications)
};

OperationPhase phaseOf(const Application &application)
{
    return application.operationState ? application.operationState->phase : OperationPhase::None;
}

QString lastSyncText(const Application &application, Instant now)
{
    const auto phase = phaseOf(application);
    if (phase == OperationPhase::Running || phase == OperationPhase::Terminating)
        return Text::tr("now");
    const auto at = lastSyncOf(application);
    if (!at)
        return u"–"_s;
    const bool failed = phase == OperationPhase::Failed || phase == OperationPhase::Error;
    return failed ? Text::tr("failed %1").arg(agoText(now - *at)) : agoText(now - *at);
}

} // namespace

QString titleOf(ApplicationColumn column)
{
    switch (column) {
    case ApplicationColumn::Name:
        return Text::tr("Application");
    case ApplicationColumn::Instance:
        return Text::tr("Instance");
    case ApplicationColumn::Project:
        return Text::tr("Project");
    case ApplicationColumn::Health:
        return Text::tr("Health");
    case ApplicationColumn::Sync:
        return Text::tr("Sync");
    case ApplicationColumn::Images:
        return Text::tr("Images");
    case ApplicationColumn::LastSync:
        return Text::tr("Last sync");
    case ApplicationColumn::DataAge:
        return Text::tr("Data age");
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
        return instance.receivedAt ? ageText(now - *instance.receivedAt) : u"–"_s;
    }
    Q_UNREACHABLE();
}

} // namespace lynceus
