#pragma once

#include "core/domain/deployments/deployment.h"
#include "core/io/store/encoding/enumnames.h"
#include "core/io/store/encoding/watchfields.h"

namespace lynceus {

template<>
struct LastOf<Deployment::Kind>
{
    static constexpr auto kValue = Deployment::Kind::Unknown;
};

template<>
struct LastOf<Deployment::Outcome>
{
    static constexpr auto kValue = Deployment::Outcome::Unknown;
};

template<>
struct LastOf<Deployment::Proof>
{
    static constexpr auto kValue = Deployment::Proof::Reconstructed;
};

template<>
struct LastOf<Actor::Kind>
{
    static constexpr auto kValue = Actor::Kind::ParameterOverride;
};

// Short names, because a store has many deployments.

template<>
struct Fields<ImageChange>
{
    using T = ImageChange;
    static constexpr auto kList =
        std::tuple{field("r", &T::repository), field("f", &T::from), field("t", &T::to), field("h", &T::isHook)};
};

template<>
struct Fields<Actor>
{
    static constexpr auto kList = std::tuple{field("k", &Actor::kind), field("n", &Actor::name)};
};

template<>
struct Fields<Deployment>
{
    using T = Deployment;
    static constexpr auto kList =
        std::tuple{field("app", &T::application),   field("prj", &T::project),     field("knd", &T::kind),
                   field("out", &T::outcome),       field("prf", &T::proof),       field("act", &T::actor),
                   field("img", &T::images),        field("chf", &T::chartFrom),   field("cht", &T::chartTo),
                   field("rvf", &T::revisionsFrom), field("rvt", &T::revisionsTo), field("cmt", &T::commit),
                   field("sta", &T::startedAt),     field("end", &T::endedAt),     field("cau", &T::cause),
                   field("msg", &T::message),       field("wat", &T::watch),       field("rul", &T::rule)};
};

} // namespace lynceus
