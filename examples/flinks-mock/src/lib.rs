//! A mock of Flinks' API and webhooks for demos and tests: the documented shapes only, about people who do not exist.
//!
//! The mock of Connect reports that documents were uploaded (`POST /mock/uploads`). This one then answers the API about them, and
//! after the time for processing it posts signed webhooks, repeated until they are answered with 200.

pub mod api;
pub mod config;
pub mod deliver;
pub mod responses;
pub mod state;

use axum::{
    Router,
    routing::{get, post},
};
use state::Mock;
use tower_http::cors::{Any, CorsLayer};

/// The routes.
pub fn router(mock: Mock) -> Router {
    // Called from the page of the mock of Connect, which may have any origin; there is nothing to protect.
    let page = CorsLayer::new().allow_origin(Any).allow_headers(Any);
    Router::new()
        .route("/mock/uploads", post(api::uploaded))
        .layer(page)
        .route("/v3/{customer}/BankingServices/GenerateAuthorizeToken", post(api::token))
        .route("/v3/{customer}/BankingServices/Authorize", post(api::authorize))
        .route("/v3/{customer}/BankingServices/GetAccountsDetail", post(api::accounts_detail))
        .route("/v3/{customer}/BankingServices/GetAccountsDetailAsync/{request}", get(api::accounts_detail_async))
        .route("/healthz", get(|| async { "alive" }))
        .with_state(mock)
}
