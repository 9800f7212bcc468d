#include "app/gui/widgets/agetext.h"

#include <QCoreApplication>

namespace lynceus {

QString ageText(Duration age)
{
    using namespace std::chrono;
    const auto text = [](const char *form, qint64 count) {
        return QCoreApplication::translate("AgeText", form).arg(count);
    };
    if (age < minutes(2))
        return text("%1 s", qMax<qint64>(0, duration_cast<seconds>(age).count()));
    if (age < hours(2))
        return text("%1 min", duration_cast<minutes>(age).count());
    if (age < days(2))
        return text("%1 h", duration_cast<hours>(age).count());
    return text("%1 d", duration_cast<days>(age).count());
}

QString agoText(Duration age)
{
    return QCoreApplication::translate("AgeText", "%1 ago").arg(ageText(age));
}

} // namespace lynceus
