//! Stands in for Flinks' API and webhooks in demos and tests: the documented shapes, nothing else, and no data of anybody.
//!
//! It hears that documents were uploaded (`POST /stand-in/uploads`, from the stand-in for Connect), answers the API about
//! them, and after a while posts the signed webhooks, again and again until they are taken.

pub mod answers;
pub mod api;
pub mod config;
pub mod deliver;
pub mod state;

use axum::{
    Router,
    routing::{get, post},
};
use state::StandIn;
use tower_http::cors::{Any, CorsLayer};

/// The paths.
pub fn router(stand_in: StandIn) -> Router {
    // Only the stand-in for Connect asks this from a page; there is nothing to protect.
    let page = CorsLayer::new().allow_origin(Any).allow_headers(Any);
    Router::new()
        .route("/stand-in/uploads", post(api::uploaded))
        .layer(page)
        .route("/v3/{customer}/BankingServices/GenerateAuthorizeToken", post(api::token))
        .route("/v3/{customer}/BankingServices/Authorize", post(api::authorize))
        .route("/v3/{customer}/BankingServices/GetAccountsDetail", post(api::detail))
        .route("/v3/{customer}/BankingServices/GetAccountsDetailAsync/{request}", get(api::detail_again))
        .route("/healthz", get(|| async { "alive" }))
        .with_state(stand_in)
}
